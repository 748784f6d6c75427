# ruff: noqa: DTZ001 - the wall clock of the reader, which gets its zone only at the end
"""Weeks and years by their number or place: "third week of January", "week 12", "in 2027", "ב-2027"."""

from __future__ import annotations

from datetime import datetime, timedelta

from kashuv.language.dates.calendar import DAY, Frame, nth_weekday, week_of
from kashuv.language.dates.grammar.days import month_of
from kashuv.language.dates.items import Item, Length, Span
from kashuv.language.dates.lengths import moved, whole
from kashuv.language.dates.rule import Made, of, rule


@rule("[OoS]UI?(?:D|MY?|Y)|[OoS]uM")
def week_of_longer(items: list[Item], frame: Frame) -> Made:
    """ "third week of January", "last week of 2026"."""
    nth, unit = items[0], items[1]
    order = nth.value if nth.kind != "S" or nth.value == -1 else None
    if (
        order is None
        or unit.value not in ("week", "day", "weekend", "month", "quarter")
        or not -5 <= order <= 31
        or order == 0
    ):
        return None
    span = _longer(items[2:], frame)
    if span is None or (span.end - span.start).days < 25:
        return None
    return "D", nth_unit(span, unit.value, order, frame)


def _longer(items: list[Item], frame: Frame) -> Span | None:
    month, year = of(items, "M"), of(items, "Y")
    if month is not None:
        said = year.value if year else frame.now.year + (month.value < frame.now.month)
        return month_of(said, month.value, guessed=year is None)
    if year is not None:
        return whole_year(year.value)
    return items[-1].value if isinstance(items[-1].value, Span) else None


def whole_year(year: int) -> Span:
    return Span(datetime(year, 1, 1), datetime(year + 1, 1, 1), "year")


def nth_unit(span: Span, unit: str, order: int, frame: Frame) -> Span:
    """The nth day, week, month of a longer span; a week belongs where its middle lies."""
    one = Length(((1, unit),))
    if unit == "weekend":
        saturdays = nth_weekday(span.start.year, span.start.month, frame.weekend[0], order) or span.start
        return Span(saturdays, saturdays + 2 * DAY, "day", "interval")
    if unit == "week":
        first = week_of(span.start + timedelta(days=3), frame)
        last = week_of(span.end - timedelta(days=4), frame)
    else:
        first = span.start
        last = moved(span.end, one, -1, frame)
    start = (
        moved(first, Length(((order - 1, unit),)), 1, frame)
        if order > 0
        else moved(last, Length(((-order - 1, unit),)), -1, frame)
    )
    return Span(start, moved(start, one, 1, frame), unit)  # type: ignore[arg-type]


@rule("DU(?![0UYMDG])")
def a_week_later(items: list[Item], frame: Frame) -> Made:
    """ "Monday week", "tomorrow week"."""
    span, unit = items[0].value, items[1]
    if (
        unit.value != "week"
        or unit.start != items[0].end + 1
        or not isinstance(span, Span)
        or span.grain != "day"
    ):
        return None
    return "D", Span(span.start + 7 * DAY, span.end + 7 * DAY, "day", span.kind, 0.7)


@rule("U[.]?0(?![UXM])")
def week_by_number(items: list[Item], frame: Frame) -> Made:
    """ "week 12": weeks of the year as ISO 8601 counts them."""
    unit, number = items[0], items[-1]
    if (
        unit.value != "week"
        or not isinstance(number.value, int)
        or not 1 <= number.value <= 53
        or number.end - number.start > 2
    ):
        return None
    start = week_of(datetime(frame.now.year, 1, 4), Frame(frame.now, week_starts=0)) + timedelta(
        days=7 * (number.value - 1)
    )
    return "D", Span(start, start + timedelta(days=7), "week", certainty=0.7)


@rule("UD")
def week_around(items: list[Item], frame: Frame) -> Made:
    """ "the week of April 10th", "the weekend of December 5"."""
    unit, span = items[0].value, items[1].value
    if unit not in ("week", "weekend") or not isinstance(span, Span) or span.grain != "day":
        return None
    start = week_of(span.start, frame)
    if unit == "weekend":
        start += timedelta(days=(frame.weekend[0] - frame.week_starts) % 7)
        return "D", Span(start, start + 2 * DAY, "day", "interval")
    return "D", Span(start, start + timedelta(days=7), "week", "interval")


@rule("(?<![0OoSfXa])U(?![DYMUXS0GFbLZ])")
def for_the_whole(items: list[Item], frame: Frame) -> Made:
    """ "I am away for the month"."""
    unit = items[0]
    if (
        not unit.whole
        or unit.value not in ("week", "month", "year")
        or unit.end - unit.start != len(unit.value)
    ):
        return None
    return "D", whole(unit.value, 0, frame)._replace(certainty=0.6)


@rule("U")
def lone_weekend(items: list[Item], frame: Frame) -> Made:
    return ("D", whole("weekend", 0, frame)) if items[0].value == "weekend" else None


@rule("UY|IY|SY")
def year_with_preposition(items: list[Item], frame: Frame) -> Made:
    """ "in 2027", "the year 2030"; a bare number is no year."""
    lead, number = items
    if (
        number.value not in range(1900, 2101)
        or (lead.kind == "U" and lead.value != "year")
        or not number.sure
    ):
        return None
    return "D", whole_year(number.value)


@rule("Y")
def year_with_prefix(items: list[Item], frame: Frame) -> Made:
    """ "ב-2027"."""
    number = items[0]
    return ("D", whole_year(number.value)) if number.led and 1990 <= number.value <= 2040 else None


@rule("(?<=[FGBbE])U?Y(?![T&UM0])")
def year_behind_preposition(items: list[Item], frame: Frame) -> Made:
    number = items[-1]
    if number.value not in range(1900, 2101) or (len(items) == 2 and items[0].value != "year"):
        return None
    return "D", whole_year(number.value)
