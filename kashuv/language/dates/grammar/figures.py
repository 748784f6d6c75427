"""Days and hours in figures: "15.3", "2/15", "2026-12-01", "9.30-11.00", "1.5 hours"."""

from __future__ import annotations

import re
from datetime import datetime

from kashuv.language.dates.calendar import Frame, day
from kashuv.language.dates.grammar.clocks import settle
from kashuv.language.dates.grammar.days import dated, month_of, weekday_of
from kashuv.language.dates.items import Clock, Item, Length, Span
from kashuv.language.dates.rule import Made, of, rule


@rule("J")
def in_figures(items: list[Item], frame: Frame) -> Made:
    text = re.sub(r"\s", "", items[0].value)
    numbers = [int(part) for part in re.split(r"[-/.]", text)]
    if len(numbers) == 3:
        span = _full_date(numbers, text, frame)
    elif numbers[0] > 31 or numbers[1] > 31:
        year, month = max(numbers), min(numbers)
        span = month_of(year, month) if 1 <= month <= 12 and year > 31 else None
    else:
        return "j", (text, items[0].led)
    return ("D", span) if span else ("x", None)


def _full_date(numbers: list[int], text: str, frame: Frame) -> Span | None:
    if numbers[0] > 31:
        return dated(numbers[1], numbers[2], numbers[0], frame)
    first, second, year = numbers
    if year < 100:
        year += 2000 if year < 70 else 1900
    day_first = frame.day_first or "." in text
    orders = [(second, first), (first, second)] if day_first else [(first, second), (second, first)]
    for month, number in orders:
        if day(year, month, number):
            return dated(month, number, year, frame)
    return None


def _pair(numbers: list[int], frame: Frame) -> Span | None:
    first, second = numbers
    orders = [(second, first), (first, second)] if frame.day_first else [(first, second), (second, first)]
    for month, number in orders:
        if day(2000, month, number):
            return dated(month, number, None, frame)
    return None


@rule("jU(?![0CoOg])")
def length_with_a_point(items: list[Item], frame: Frame) -> Made:
    """ "1.5 hours"; but "15.3 יום" names a day of March."""
    (text, _), unit = items[0].value, items[1]
    if "." not in text or unit.value is None or unit.end - unit.start < 4 or float(text) > 10:
        return None
    return "X", Length(((float(text), unit.value),))


@rule("jTj")
def hours_with_a_point(items: list[Item], frame: Frame) -> Made:
    """ "9.30-11.00": two times of day where they cannot be two days."""
    ends = [[int(part) for part in re.split(r"[-/.]", item.value[0])] for item in (items[0], items[-1])]
    if all(day(2000, second, first) for first, second in ends) or not all(
        "." in one.value[0] for one in items[::2]
    ):
        return None
    if any(first > 24 or second > 59 for first, second in ends):
        return None
    start, end = (Clock(first % 24, second, 0, "minute", settled=first > 6) for first, second in ends)
    return "c", (settle(start), settle(end))


@rule("@[.~]?j")
def clock_with_a_point(items: list[Item], frame: Frame) -> Made:
    """ "בשעה 10.30"."""
    hour, minute = (int(part) for part in re.split(r"[-/.]", items[-1].value[0]))
    if "." not in items[-1].value[0] or hour > 24 or minute > 59:
        return None
    return "C", Clock(hour % 24, minute, 0, "minute", settled=hour > 12)


@rule("W,?j|jW|j")
def day_and_month_in_figures(items: list[Item], frame: Frame) -> Made:
    """ "15.3", "2/15"; a weekday beside it settles which number is the month."""
    figures, weekday = of(items, "j"), of(items, "W")
    assert figures is not None
    text, led = figures.value
    first, second = (int(part) for part in re.split(r"[-/.]", text))
    if weekday is not None:
        for month, number in ((second, first), (first, second)):
            span = dated(month, number, None, frame) if day(2000, month, number) else None
            if span and span.start.weekday() == weekday_of(weekday):
                return "D", span
    if "." not in text:
        span = _pair([first, second], frame)
        return ("D", span) if span else None
    return _dotted(first, second, led or weekday is not None, frame)


def _dotted(first: int, second: int, led: bool, frame: Frame) -> Made:
    """ "15.3" is a day where a word leads to it, "10.30" a time, and else a plain number."""
    if not led:
        return None
    if day(2000, second, first):
        return "D", dated(second, first, None, frame)
    return (
        ("C", Clock(first % 24, second, 0, "minute", settled=first > 12))
        if first <= 24 and second < 60
        else None
    )


@rule("D")
def iso_moment(items: list[Item], frame: Frame) -> Made:
    value = items[0].value
    if not isinstance(value, datetime):
        return None
    moment = frame.on_the_wall(value)
    return "D", Span(moment, moment, "minute", certainty=0.98)


RULES = (in_figures, length_with_a_point, hours_with_a_point, clock_with_a_point, iso_moment)
PAIRS = (day_and_month_in_figures,)
