"""Months by their names, and days of a month that a phrase has told: "last April", "ה-15 לחודש הבא"."""

from __future__ import annotations

from datetime import datetime, timedelta

from kashuv.language.dates.calendar import Frame
from kashuv.language.dates.grammar.days import coming, month_of, one_day
from kashuv.language.dates.items import Item, Span
from kashuv.language.dates.rule import Made, of, rule


@rule("S[.]?M|MS|M")
def shifted_month(items: list[Item], frame: Frame) -> Made:
    """ "last April", "במרץ הקרוב", and the bare name: this one or the next that comes."""
    month, shift = of(items, "M"), of(items, "S")
    assert month is not None
    if not month.sure and len(items) == 1:
        return None
    year = frame.now.year
    if shift is not None and shift.value == -1:
        year -= month.value >= frame.now.month
    elif shift is not None and shift.value > 0:
        year += month.value <= frame.now.month
    else:
        year += month.value < frame.now.month
    return "D", month_of(year, month.value, guessed=True)


@rule("[0Oo]l?D")
def day_of_that_month(items: list[Item], frame: Frame) -> Made:
    """ "the 20th of this month", "ה-15 לחודש הבא"."""
    number, span = items[0].value, items[-1].value
    if (
        not isinstance(span, Span)
        or span.grain != "month"
        or not isinstance(number, int)
        or not 1 <= number <= 31
    ):
        return None
    start = span.start + timedelta(days=number - 1)
    return ("D", one_day(start)) if start < span.end else None


@rule("[0Oo]l[uU]")
def day_of_the_month(items: list[Item], frame: Frame) -> Made:
    """ "15 לחודש": the nearest such day to come."""
    number, unit = items[0].value, items[-1]
    if unit.value != "month" or len(items) < 3 or not isinstance(number, int) or not 1 <= number <= 31:
        return None
    first = frame.today.replace(day=1)
    later = (first + timedelta(days=32)).replace(day=1)
    start = coming([_inside(first, number), _inside(later, number)], frame)
    return ("D", one_day(start)) if start else None


def _inside(first: datetime, number: int) -> datetime | None:
    found = first + timedelta(days=number - 1)
    return found if found.month == first.month else None
