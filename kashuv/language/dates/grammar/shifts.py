"""From here to there: "in two weeks", "לפני שעה", "next week", "two days after the meeting day"."""

from __future__ import annotations

from datetime import timedelta

from kashuv.language.dates.calendar import DAY, Frame, midnight
from kashuv.language.dates.grammar import years
from kashuv.language.dates.grammar.days import one_day, weekday_of
from kashuv.language.dates.grammar.months import day_of_that_month, day_of_the_month, shifted_month
from kashuv.language.dates.grammar.spans import (
    a_week_later,
    for_the_whole,
    lone_weekend,
    week_around,
    week_by_number,
    week_of_longer,
    year_behind_preposition,
    year_with_prefix,
    year_with_preposition,
)
from kashuv.language.dates.grammar.weekdays import (
    day_in_week,
    nearest,
    nth_weekday_of_that_month,
    shifted_weekday,
    weekday_by_ordinal,
    weekday_by_prefix,
    weekday_of_week,
)
from kashuv.language.dates.items import Item, Length, Span
from kashuv.language.dates.lengths import away, finest, moved, stretch, whole
from kashuv.language.dates.rule import Made, of, rule

_LONG = ("week", "month", "year", "weekend")
_SOME_DAYS = Length(((4, "day"),))


def _length(item: Item) -> Length | None:
    if item.kind == "X":
        return item.value
    return Length(((1, item.value),)) if item.value is not None else None


@rule("I~?XZ?|a~?[XU]Z?|[XU]Z")
def ahead(items: list[Item], frame: Frame) -> Made:
    """ "in five days", "בעוד שעה", "two weeks from now"."""
    piece = of(items, "XU")
    assert piece is not None
    if piece.kind == "U" and piece.value is None:
        return None
    length = _length(piece)
    if length is None or (piece.kind == "U" and items[0].kind != "a"):
        return None
    return "D", away(length, 1, frame)


@rule("GX(?![FGbBT])")
def after_a_length(items: list[Item], frame: Frame) -> Made:
    """ "after five days"."""
    if items[0].end - items[0].start != 5:
        return None  # Hebrew "אחרי יומיים" tells of the past
    there = away(items[1].value, 1, frame)
    return "D", Span(there.start, there.end, there.grain, "after", 0.7)


@rule("[WU]GS|UbS")
def after_next(items: list[Item], frame: Frame) -> Made:
    """ "the week after next", "Tuesday after next", "the month before last"."""
    name, shift = items[0], items[-1]
    if items[1].kind == "b":
        return ("D", whole(name.value, -2, frame)) if shift.value == -1 and name.value in _LONG else None
    if shift.value != 1 or (name.kind == "U" and name.value not in _LONG):
        return None
    if name.kind == "U":
        return "D", whole(name.value, 2, frame)
    return "D", one_day(nearest(weekday_of(name), 1, frame) + timedelta(days=7))


@rule("i[~.]?S?[XU]")
def within(items: list[Item], frame: Frame) -> Made:
    """ "within 3 working days", "תוך שבוע": a deadline counted from now."""
    length = _length(items[-1])
    if length is None:
        return None
    end = moved(frame.now, length, 1, frame)
    if finest(length) in ("second", "minute", "hour"):
        return "D", Span(frame.now, end, "minute", "interval")
    return "D", Span(frame.now, midnight(end) + DAY, "day", "interval")


@rule("[XU]L|b[XU](?![lB]|T[^I])")
def back(items: list[Item], frame: Frame) -> Made:
    """ "7 days ago", "לפני יומיים" (where the word is also "before")."""
    piece = of(items, "XU")
    assert piece is not None
    length = _length(piece)
    if length is None:
        return None
    if piece.kind == "U" and piece.end - piece.start == len(str(piece.value)) + 1:
        return None  # "hundreds of years ago"
    if items[0].kind == "b" and items[0].end - items[0].start != 4:
        return None  # English "before 5 days" is not "5 days ago"
    return "D", away(length, -1, frame)


@rule("[XU][FGb]~?D")
def from_a_day(items: list[Item], frame: Frame) -> Made:
    """ "two days after today", "4 months from tomorrow", "2 weeks before May 13"."""
    base, sign, length = items[-1].value, -1 if items[1].kind == "b" else 1, _length(items[0])
    if not isinstance(base, Span) or length is None or items[0].whole:
        return None
    if base.grain == "day" and finest(length) in ("second", "minute", "hour"):
        return None
    there = moved(base.start, length, sign, frame)
    if finest(length) in ("second", "minute", "hour"):
        return "D", Span(there, there, "minute")
    return "D", one_day(midnight(there))


@rule("S[.]?X|X[.]?S|S0U|0SU|q[.]?U")
def counted_units(items: list[Item], frame: Frame) -> Made:
    """ "the next three hours", "last 2 days", "שלושת הימים הקרובים"."""
    shift, length = of(items, "Sq"), of(items, "X")
    assert shift is not None
    sign = 1 if shift.kind == "q" else shift.value
    if length is None:
        unit, number = of(items, "U"), of(items, "0")
        if unit is None or unit.value is None:
            return None
        value = Length(((number.value if number else 3, unit.value),))
    else:
        value = length.value
    if sign == 0 or finest(value) == "weekend":
        return None
    return "D", stretch(value, 1 if sign > 0 else -1, frame)


@rule("S[.]?[Uu](?!SU)|[Uu]S(?![UX])|u")
def one_unit(items: list[Item], frame: Frame) -> Made:
    """ "next week", "החודש הבא", "השבוע", "last year"."""
    unit, shift = of(items, "Uu"), of(items, "S")
    assert unit is not None
    if unit.value is None or (
        unit.value in ("second", "minute", "hour") and (shift is None or shift.value != -1)
    ):
        return None
    offset = min(shift.value, 1) if shift else 0
    if unit.value == "weekend" and shift is not None and shift.value == 2:
        offset = 0 if frame.now.weekday() not in frame.weekend else 1
    if unit.value == "day" and (shift is None or offset != 1):
        return None
    if unit.value == "day" and shift is not None and shift.value == 2:
        return "D", stretch(_SOME_DAYS, 1, frame)  # "the coming days", "בימים הקרובים"
    if (
        unit.value == "weekend"
        and shift is not None
        and shift.value == -1
        and frame.now.weekday() in frame.weekend
    ):
        return "D", whole("weekend", -1, frame)
    return "D", whole(unit.value, offset, frame)


RULES = (
    *years.EARLY,
    after_next,
    week_of_longer,
    day_of_the_month,
    weekday_by_ordinal,
    weekday_by_prefix,
    within,
    ahead,
    back,
    counted_units,
    one_unit,
    years.days_of_that_month,
    day_of_that_month,
    *years.LATE,
    one_unit,
    from_a_day,
    after_a_length,
    year_with_preposition,
    year_behind_preposition,
    year_with_prefix,
    nth_weekday_of_that_month,
    weekday_of_week,
    day_in_week,
    shifted_weekday,
    weekday_of_week,
    shifted_month,
    from_a_day,
    week_of_longer,
    week_around,
    week_by_number,
    a_week_later,
    for_the_whole,
    lone_weekend,
)
