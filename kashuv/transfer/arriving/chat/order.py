"""Day first or month first: decided once, over the whole chat, since a single line can't tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise

Numbers = tuple[int, int, int]


def decide(dates: Iterable[Numbers], *, half_days: bool) -> Callable[[Numbers], date]:
    """How to read the dates of a chat; raises ValueError from the reader for a day that never was.

    A number beyond twelve decides; else the order in which time never runs backwards; else the habit: whoever
    writes a.m. and p.m. with slashes writes the month first.
    """
    seen = list(dict.fromkeys(dates))
    readers = [
        reader
        for reader in (day_first, month_first, year_first)
        if all(_is_day(reader, each) for each in seen)
    ]
    if half_days and month_first in readers:
        readers.sort(key=lambda reader: reader is not month_first)
    return min(readers, key=lambda reader: _steps_back(reader, seen), default=day_first)


def day_first(numbers: Numbers) -> date:
    day, month, year = numbers
    return date(_full(year), month, day)


def month_first(numbers: Numbers) -> date:
    month, day, year = numbers
    return date(_full(year), month, day)


def year_first(numbers: Numbers) -> date:
    year, month, day = numbers
    if year < 100 and day < 32 and year < 32:
        raise ValueError("a year is written out where it stands first")
    return date(_full(year), month, day)


def _full(year: int) -> int:
    return year + 2000 if year < 100 else year


def _is_day(reader: Callable[[Numbers], date], numbers: Numbers) -> bool:
    try:
        return 2008 < reader(numbers).year < 2100  # WhatsApp began in 2009
    except ValueError:
        return False


def _steps_back(reader: Callable[[Numbers], date], seen: list[Numbers]) -> int:
    days = [reader(each) for each in seen]
    return sum(later < earlier for earlier, later in pairwise(days))
