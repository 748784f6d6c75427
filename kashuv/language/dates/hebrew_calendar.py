"""The Hebrew calendar in arithmetic: from a Hebrew date to a civil one, from a civil year to a Hebrew one.

Months are counted from Nisan (1) to Adar (12), and Adar II (13) in a leap year, as the calendar's own
books do; the year changes at Tishrei (7).
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

NISAN, IYAR, SIVAN, TAMMUZ, AV, ELUL, TISHREI, HESHVAN, KISLEV, TEVET, SHEVAT, ADAR, ADAR_II = range(1, 14)
_EPOCH = -1_373_427  # the ordinal of the day before 1 Tishrei of the year 1


def leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


@lru_cache(maxsize=256)
def _days_before(year: int) -> int:
    """Days from the epoch to 1 Tishrei, with the postponements of the new year."""
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    days = 29 * months + parts // 25_920
    return days + 1 if (3 * (days + 1)) % 7 < 3 else days


@lru_cache(maxsize=256)
def _new_year(year: int) -> int:
    before, this, after = _days_before(year - 1), _days_before(year), _days_before(year + 1)
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return _EPOCH + this + delay


def _month_length(year: int, month: int) -> int:
    length = _new_year(year + 1) - _new_year(year)
    if month == HESHVAN:
        return 30 if length % 10 == 5 else 29
    if month == KISLEV:
        return 29 if length % 10 == 3 else 30
    if month == ADAR:
        return 30 if leap(year) else 29
    return 29 if month in (IYAR, TAMMUZ, ELUL, TEVET, ADAR_II) else 30


def civil(year: int, month: int, number: int) -> datetime | None:
    """The civil day of a Hebrew date; Adar II of a plain year is its only Adar."""
    if month == ADAR_II and not leap(year):
        month = ADAR
    if not (5000 <= year <= 7000 and 1 <= number <= _month_length(year, month)):
        return None
    last = ADAR_II if leap(year) else ADAR
    order = [*range(TISHREI, last + 1), *range(NISAN, TISHREI)]
    days = sum(_month_length(year, earlier) for earlier in order[: order.index(month)])
    return datetime.fromordinal(_new_year(year) + days + number - 1)


def hebrew_year(civil_year: int, month: int) -> int:
    """The Hebrew year in which that Hebrew month falls inside that civil year."""
    return civil_year + (3761 if TISHREI <= month <= KISLEV else 3760)


def number_of(letters: str) -> int:
    """The number that Hebrew letters spell: כ"ה is 25, תשפ"ז is 787 (the thousands go unsaid)."""
    total = 0
    for letter in letters:
        total += _LETTERS.get(letter, 0)
    return total


_LETTERS = dict(
    zip("אבגדהוזחטיכלמנסעפצקרשת", (*range(1, 10), *range(10, 100, 10), 100, 200, 300, 400), strict=True)
)
_LETTERS |= {"ך": 20, "ם": 40, "ן": 50, "ף": 80, "ץ": 90}
