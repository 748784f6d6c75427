# ruff: noqa: DTZ001 - the wall clock of the reader, which gets its zone only at the end
"""Years in words, decades, halves, and places in a month or a year: "two thousand and five", "first half of 2027"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from kashuv.language.dates.calendar import (
    DAY,
    Frame,
    add_months,
    add_workdays,
    day,
    weekday_after,
    weekday_before,
)
from kashuv.language.dates.grammar.days import month_of, one_day, quarter, weekday_of
from kashuv.language.dates.grammar.spans import nth_unit, week_of_longer, whole_year
from kashuv.language.dates.items import Item, Span
from kashuv.language.dates.lengths import whole
from kashuv.language.dates.rule import Made, rule

_CENTURIES = (19, 20)
_OF_THE = 4  # characters between "1st" and "month" that can only be " of the "


@rule("(?<!@)0(?:&?0){1,4}")
def number_in_words(items: list[Item], frame: Frame) -> Made:
    """ "nineteen eighty four", "two thousand and five", "three hundred"."""
    numbers = [item for item in items if item.kind == "0"]
    if not all(isinstance(one.value, int) and one.sure and one.end - one.start > 2 for one in numbers):
        return None
    values = [one.value for one in numbers]
    joined = any(item.kind == "&" for item in items)
    if values[0] in _CENTURIES and len(values) in (2, 3) and values[1] >= 10 and not {100, 1000} & {*values}:
        rest = _total(values[1:])
        return ("Y", values[0] * 100 + rest) if rest and 10 <= rest < 100 and not joined else None
    if not {100, 1000} & {*values[1:]}:
        return None
    total = _total(values)
    if total is None:
        return None
    return ("Y" if 1500 <= total < 2200 and total % 100 else "0"), total


def _total(values: Sequence[int]) -> int | None:
    """The number that the words make together, None where they are several numbers."""
    thousands = rest = 0
    for value in values:
        if value == 1000:
            thousands, rest = 1000 * (rest or 1), 0
        elif value == 100:
            rest = 100 * (rest or 1)
        elif rest % 100 == 0 or (rest % 100 >= 20 and rest % 10 == 0 and 0 < value < 10):
            rest += value
        else:
            return None
    return thousands + rest


@rule("d")
def decade(items: list[Item], frame: Frame) -> Made:
    """ "the 1990s", "the nineties"."""
    first = items[0].value
    return "D", Span(datetime(first, 1, 1), datetime(first + 10, 1, 1), "year", "interval", 0.8)


@rule("[Oo]f(?:Y|D|U)|Sf(?:Y|D)|f[Oo](?:Y|D|[uU])")
def half(items: list[Item], frame: Frame) -> Made:
    """ "the first half of 2027", "second half of next month", "המחצית הראשונה של השנה"."""
    order, share = (one.value for one in (items[:2] if items[1].kind == "f" else items[1::-1]))
    span = _longer(items[2], frame)
    if (
        share != 0.5
        or order not in (1, 2, -1)
        or span is None
        or span.grain not in ("month", "year", "quarter")
    ):
        return None
    middle = span.start + timedelta(days=14) if span.grain == "month" else _middle(span)
    first, last = (span.start, middle) if order == 1 else (middle, span.end)
    return "D", Span(first, last, "day", "interval", 0.85)


def _middle(span: Span) -> datetime:
    return add_months(span.start, 6) if span.grain == "year" else span.start + timedelta(days=45)


def _longer(item: Item, frame: Frame) -> Span | None:
    if item.kind == "Y":
        return whole_year(item.value)
    if item.kind == "M":
        return month_of(frame.now.year + (item.value < frame.now.month), item.value, guessed=True)
    if item.kind in "Uu":
        return whole(item.value, 0, frame) if item.value in ("week", "month", "quarter", "year") else None
    return item.value if isinstance(item.value, Span) else None


@rule("[OoS]UI?[UDM]")
def place_in_longer(items: list[Item], frame: Frame) -> Made:
    """ "last day of the month", "first working day of next month"."""
    nth, unit, span = items[0], items[1].value, _longer(items[-1], frame)
    order = nth.value if nth.kind != "S" or nth.value == -1 else None
    if order is None or order == 0 or span is None or span.grain not in ("month", "quarter", "year", "week"):
        return None
    if unit in ("week", "weekend") and span.grain != "week":
        return "D", nth_unit(span, unit, order, frame)
    if unit not in ("day", "workday"):
        return None
    start = _nth_day(span, order, unit, frame)
    return ("D", one_day(start)) if start is not None and span.start <= start < span.end else None


def _nth_day(span: Span, order: int, unit: str, frame: Frame) -> datetime | None:
    if not -31 <= order <= 31 or order == 0:
        return None
    edge = span.start - DAY if order > 0 else span.end
    return add_workdays(edge, order, frame) if unit == "workday" else edge + order * DAY


@rule("[uUR][OoS](?:MY?|Y|u)")
def hebrew_place(items: list[Item], frame: Frame) -> Made:
    """ "השבוע האחרון של דצמבר", "היום האחרון של החודש", where the word for "the day" is also "today"."""
    unit, order = items[0], items[1]
    if unit.kind == "R":
        if unit.value != 0:
            return None
        unit = Item("U", "day", unit.start, unit.end)
    if unit.value == "day":
        return place_in_longer.make([order, unit, items[2]], frame)
    if items[2].kind == "u":
        return None
    return week_of_longer.make([order, unit, *items[2:]], frame)


@rule("[Oo]U(?![YDMU])")
def day_of_this_month(items: list[Item], frame: Frame) -> Made:
    """ "the 1st of the month": of this one, or of the next when it is over; "the third quarter"."""
    number, unit = items
    if unit.value == "quarter":
        return (
            quarter.make([Item("Q", number.value, number.start, unit.end)], frame)
            if number.value in range(1, 5)
            else None
        )
    if unit.value != "month" or unit.start - number.end < _OF_THE or not 1 <= number.value <= 31:
        return None
    first = frame.today.replace(day=1)
    found = [day(month.year, month.month, number.value) for month in (first, add_months(first, 1))]
    start = next((one for one in found if one and one >= frame.today), None)
    return ("D", one_day(start, 0.85, guessed=True)) if start else None


@rule("[0Oo][TB][0Oo]l?D")
def days_of_that_month(items: list[Item], frame: Frame) -> Made:
    """ "the 4th to the 23rd of next month"."""
    first, last, span = items[0].value, items[2].value, items[-1].value
    if (
        not isinstance(span, Span)
        or span.grain != "month"
        or not isinstance(first, int)
        or not isinstance(last, int)
    ):
        return None
    if not 1 <= first < last <= (span.end - span.start).days:
        return None
    return "D", Span(span.start + (first - 1) * DAY, span.start + last * DAY, "day", "interval")


@rule("M[,.l]?D|D[,]?D|DIM")
def of_that_year(items: list[Item], frame: Frame) -> Made:
    """ "January of next year", "30 November next year"."""
    first, span = items[0], items[-1].value
    if items[-1].kind == "M":
        first, span = items[-1], items[0].value
    if not isinstance(span, Span) or span.grain != "year" or span.kind != "point":
        return None
    if first.kind == "M":
        return "D", month_of(span.start.year, first.value)
    said = first.value
    if not isinstance(said, Span) or not said.guessed or said.grain != "day" or len(items) > 2:
        return None
    start = day(span.start.year, said.start.month, said.start.day)
    return ("D", one_day(start)) if start else None


@rule("M(?=T[MD])|(?<=[MD]T)M")
def months_joined(items: list[Item], frame: Frame) -> Made:
    """ "June through August": beside another month "june" is no name and "may" no verb."""
    month = items[0].value
    return "D", month_of(frame.now.year + (month < frame.now.month), month, guessed=True)


@rule("W[Gb]D")
def weekday_beside_day(items: list[Item], frame: Frame) -> Made:
    """ "the Monday after Christmas", "the Friday before Easter"."""
    span = items[-1].value
    if not isinstance(span, Span) or span.grain != "day":
        return None
    beside = weekday_after if items[1].kind == "G" else weekday_before
    return "D", one_day(beside(span.start, weekday_of(items[0])))


@rule("FD|F[WM]")
def since(items: list[Item], frame: Frame) -> Made:
    """ "since January", "since Monday": what was not said to lie ahead is past."""
    lead, name = items
    if lead.value != "past" or (not name.sure and name.kind == "W"):
        return None
    span = _last(name, frame)
    return ("D", Span(span.start, span.end, span.grain, "after", 0.9)) if span else None


def _last(name: Item, frame: Frame) -> Span | None:
    if name.kind == "M":
        return month_of(frame.now.year - (name.value > frame.now.month), name.value)
    if name.kind == "W":
        return one_day(weekday_before(frame.today, weekday_of(name)))
    span = name.value
    if not isinstance(span, Span) or not span.guessed or span.grain != "day" or span.start <= frame.now:
        return None
    start = day(span.start.year - 1, span.start.month, span.start.day)
    return one_day(start) if start else None


NUMBERS = (number_in_words, hebrew_place)
EARLY = (decade, half, place_in_longer, day_of_this_month, weekday_beside_day, since, months_joined)
LATE = (half, place_in_longer, of_that_year)
