"""Weekdays as one names them: "Tuesday", "שלישי הבא", "Wednesday next week", "the first Friday of next month"."""

from __future__ import annotations

from datetime import datetime, timedelta

from kashuv.language.dates.calendar import Frame, nth_weekday, week_of, weekday_after, weekday_before
from kashuv.language.dates.grammar.days import one_day, weekday_of
from kashuv.language.dates.items import Item, Part, Span
from kashuv.language.dates.lengths import whole
from kashuv.language.dates.rule import Made, of, rule


@rule("[Wo]I?D")
def weekday_of_week(items: list[Item], frame: Frame) -> Made:
    """ "Wednesday next week", "רביעי שבוע הבא", "Monday two weeks from now"."""
    weekday, span = weekday_of(items[0]), items[-1].value
    if not isinstance(span, Span) or span.kind == "interval":
        return None
    if span.grain == "week":
        start = span.start + timedelta(days=(weekday - span.start.weekday()) % 7)
        return "D", one_day(start)
    if span.grain == "day" and (span.start - frame.today).days % 7 == 0 and span.start != frame.today:
        first = week_of(span.start, frame)
        return "D", one_day(first + timedelta(days=(weekday - first.weekday()) % 7))
    return None


@rule("(?<=[VF])o(?=[TBl&]{1,2}o)|(?<=W[TBl,])o|(?<=W[TB]l)o|(?<=B)o(?![MUS])|o(?=[@C])|o(?=P)")
def weekday_by_ordinal(items: list[Item], frame: Frame) -> Made:
    """ "בין ראשון לשלישי", "חמישי בשעה 12:00", "בחמישי": the ordinal alone names the weekday."""
    return "W", (items[0].value + 5) % 7


@rule("o(?![MUDSXlo])")
def weekday_by_prefix(items: list[Item], frame: Frame) -> Made:
    """ "בחמישי"; but "בשני" may be "in both" and "בראשון" "in the first"."""
    name = items[0]
    return ("W", (name.value + 5) % 7) if name.sure and name.value >= 3 else None


@rule("[OoS]WI?[DU]")
def nth_weekday_of_that_month(items: list[Item], frame: Frame) -> Made:
    """ "the first Friday of next month"."""
    order, weekday, span = items[0].value, weekday_of(items[1]), items[-1].value
    if items[-1].kind == "U" and span == "month":
        span = whole("month", 0, frame)
    if (
        (items[0].kind == "S" and order != -1)
        or not isinstance(span, Span)
        or span.grain != "month"
        or not -2 <= order <= 5
        or order == 0
    ):
        return None
    start = nth_weekday(span.start.year, span.start.month, weekday, order)
    return ("D", one_day(start)) if start else None


@rule("DW")
def day_in_week(items: list[Item], frame: Frame) -> Made:
    """ "next week, Tuesday"."""
    return weekday_of_week.make([items[1], items[0]], frame)


@rule("SW|WS|oS|W")
def shifted_weekday(items: list[Item], frame: Frame) -> Made:
    """ "next Saturday", "שלישי האחרון", and the bare name: the next one that comes."""
    name, shift = items[0], of(items, "S")
    name = of(items, "W") or of(items, "o") or name
    if name.kind == "o":
        weekday = (name.value + 5) % 7
    else:
        weekday = weekday_of(name)
    if not name.sure and len(items) == 1:
        return None
    return _made(name, nearest(weekday, shift.value if shift else None, frame), 0.93 if shift else 0.88)


def nearest(weekday: int, shift: int | None, frame: Frame) -> datetime:
    """Such a weekday as "last" (-1), "next" (1, that of the coming week) or nothing (the nearest to come) tells it."""
    if shift == -1:
        return weekday_before(frame.now, weekday)
    if shift == 1:
        start = week_of(frame.now, frame) + timedelta(days=7)
        return start + timedelta(days=(weekday - start.weekday()) % 7)
    return weekday_after(frame.now, weekday)


def _made(name: Item, start: datetime, certainty: float) -> Made:
    part = name.value[1] if isinstance(name.value, tuple) else None
    if isinstance(part, Part):
        return "D", Span(
            start + timedelta(hours=part.start),
            start + timedelta(hours=part.end),
            "hour",
            "interval",
            certainty,
        )
    return "D", one_day(start, certainty, guessed=True)
