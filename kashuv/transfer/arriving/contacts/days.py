"""Birthdays as address books write them: "1980-11-23", "--1123", "23/11/1980", "23.11"."""

from __future__ import annotations

import re
from datetime import date

UNKNOWN_YEAR = 1904  # a leap year, so that the 29th of February has its day

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_NO_YEAR = re.compile(r"--(\d{2})-?(\d{2})(?!\d)")
_LOCAL = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2}|\d{4}))?(?!\d)")


def birthday(told: str, *, month_first: bool = False) -> date | None:
    """The day, with the year 1904 where none is told; None if it is no day ("0/0/00")."""
    told = told.strip()
    if found := _ISO.match(told):
        year, month, day = map(int, found.groups())
    elif found := _NO_YEAR.match(told):
        year, month, day = UNKNOWN_YEAR, int(found[1]), int(found[2])
    elif found := _LOCAL.match(told):
        day, month = (int(found[2]), int(found[1])) if month_first else (int(found[1]), int(found[2]))
        day, month = (month, day) if month > 12 else (day, month)
        year = _full(found[3])
    else:
        return None
    return _day(year, month, day)


def _full(year: str | None) -> int:
    if not year:
        return UNKNOWN_YEAR
    number = int(year)
    return number if number > 99 else number + (1900 if number > 30 else 2000)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year if 1850 < year < 2100 else UNKNOWN_YEAR, month, day)
    except ValueError:
        return None
