"""From here to there: "in two weeks", "לפני שעה", "next week", "שלישי הבא", "two days after the meeting day"."""

from __future__ import annotations

from datetime import datetime, timedelta

from kashuv.language.dates.calendar import (
    DAY,
    Frame,
    midnight,
    nth_weekday,
    week_of,
    weekday_after,
    weekday_before,
)
from kashuv.language.dates.grammar import years
from kashuv.language.dates.grammar.days import coming, month_of, one_day, weekday_of
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
from kashuv.language.dates.items import Item, Length, Part, Span
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
    return "D", one_day(_which(weekday_of(name), 1, frame) + timedelta(days=7))


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
    return _made(name, _which(weekday, shift.value if shift else None, frame), 0.93 if shift else 0.88)


def _which(weekday: int, shift: int | None, frame: Frame) -> datetime:
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
