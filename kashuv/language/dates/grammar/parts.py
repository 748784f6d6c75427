# ruff: noqa: DTZ001 - the wall clock of the reader, which gets its zone only at the end
"""Parts of days and of longer spans: "tomorrow morning at nine", "סוף החודש", "early next week"."""

from __future__ import annotations

from datetime import datetime, timedelta

from kashuv.language.dates.calendar import DAY, Frame, add_months, week_of
from kashuv.language.dates.grammar.clocks import settle
from kashuv.language.dates.items import Clock, Item, Part, Span
from kashuv.language.dates.lengths import whole
from kashuv.language.dates.rule import Made, of, rule


def at(day: datetime, clock: Clock) -> Span:
    """The moment on that day."""
    start = day + timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second)
    return Span(start, start, clock.grain, certainty=0.95)


def part_of(day: datetime, part: Part, certainty: float = 0.9) -> Span:
    return Span(
        day + timedelta(hours=part.start), day + timedelta(hours=part.end), "hour", "interval", certainty
    )


def upcoming(clock: Clock, frame: Frame) -> Span:
    """A time without a day: today if it is still to come, else tomorrow."""
    span = at(frame.today, clock)
    return at(frame.today + DAY, clock) if span.start < frame.now - timedelta(minutes=30) else span


def _days(span: object) -> bool:
    return isinstance(span, Span) and span.grain == "day" and span.kind == "point"


@rule("SP|PS")
def this_part(items: list[Item], frame: Frame) -> Made:
    """ "this morning", "last night", "הערב הזה"."""
    shift, part = of(items, "S"), of(items, "P")
    assert shift is not None and part is not None
    if shift.value == 0:
        return "P", Part(part.value.name, part.value.start, part.value.end, today=True)
    return "D", part_of(frame.today + (DAY if shift.value > 0 else -DAY), part.value)


@rule("D[.,I@]?[.]?t|tD|t[.I,]D|D[.]?t")
def day_and_hour_in_part(items: list[Item], frame: Frame) -> Made:
    """ "tomorrow, nine in the morning"."""
    day, clock = of(items, "D"), of(items, "t")
    assert day is not None and clock is not None
    return ("D", _night(day.value.start, *clock.value)) if _days(day.value) else None


def _night(day: datetime, clock: Clock, part: Part) -> Span:
    return at(day + DAY if part.name == "night" and clock.hour < 5 and part.end > 24 else day, clock)


@rule(
    "[0C]DP|D[,.]?[I@.]?[.]?P[,.]?[@.]?C|P[,.]?D[,.]?@?C|D[,.I]?P@?0(?![UX])|C[,.]?D[,.]?P|D@?CP|CP[,.]?D|D[,]?C[,]?P"
)
def day_part_clock(items: list[Item], frame: Frame) -> Made:
    """ "Friday evening at 8"."""
    day, part, clock = of(items, "D"), of(items, "P"), of(items, "C") or of(items, "0")
    assert day is not None and part is not None and clock is not None
    if not _days(day.value) or not isinstance(clock.value, int | Clock):
        return None
    time = (
        clock.value if isinstance(clock.value, Clock) else Clock(clock.value % 24, settled=clock.value > 12)
    )
    return "D", at(day.value.start, settle(time, part.value))


@rule("P[,.]?[@.]?[C0](?![UXM])")
def part_and_clock(items: list[Item], frame: Frame) -> Made:
    """ "this morning at 10", "הערב ב-8"."""
    part, clock = items[0].value, items[-1].value
    if (
        not part.today
        or not isinstance(clock, int | Clock)
        or (isinstance(clock, int) and not 1 <= clock <= 24)
    ):
        return None
    time = clock if isinstance(clock, Clock) else Clock(clock % 24, settled=clock > 12)
    return "t", (settle(time, part), part)


@rule("D[,.]?[.I@]?[.]?[.]?P|P[.I,]?D|DIP")
def day_and_part(items: list[Item], frame: Frame) -> Made:
    """ "tomorrow morning", "ביום שני בערב", "morning of the 5th"."""
    day, part = of(items, "D"), of(items, "P")
    assert day is not None and part is not None
    return ("D", part_of(day.value.start, part.value)) if _days(day.value) else None


@rule("D[,]?[@.~lF]{0,2}C|C[,]?[.]?D")
def day_and_clock(items: list[Item], frame: Frame) -> Made:
    """ "Tuesday at 15:00", "10:30 tomorrow"."""
    day, clock = of(items, "D"), of(items, "C")
    assert day is not None and clock is not None
    if any(item.kind in "lF" for item in items):
        return None
    span = day.value
    if isinstance(span, Span) and span.kind == "interval" and span.grain == "hour":
        return "D", at(
            span.start.replace(hour=0, minute=0),
            settle(clock.value, Part("evening" if span.start.hour >= 12 else "morning", 0, 0)),
        )
    return ("D", at(span.start, settle(clock.value))) if _days(span) else None


@rule("D[.]?0(?=$|[^UXMDHOC0])")
def day_and_bare_number(items: list[Item], frame: Frame) -> Made:
    """ "מחר ב-10": the prefix stands between, and nothing is counted."""
    day, number = items[0], items[-1]
    gap = number.start - day.end
    if (
        not _days(day.value)
        or not isinstance(number.value, int)
        or not 1 <= number.value <= 23
        or not 2 <= gap <= 4
    ):
        return None
    return "D", at(day.value.start, settle(Clock(number.value, settled=number.value > 12)))


_NARROWED = {
    ("start", "morning"): (0, 9), ("mid", "morning"): (9, 11), ("end", "morning"): (10, 12),
    ("start", "afternoon"): (12, 15), ("mid", "afternoon"): (14, 16), ("end", "afternoon"): (16, 18),
    ("start", "evening"): (16, 18), ("end", "evening"): (20, 24), ("end", "night"): (21, 24), ("start", "night"): (18, 21),
}  # fmt: skip


@rule("EDP|EP")
def narrowed_part(items: list[Item], frame: Frame) -> Made:
    """ "early this evening", "late tomorrow afternoon"."""
    part = items[-1].value
    hours = _NARROWED.get((items[0].value, part.name))
    if hours is None:
        return None
    narrowed = Part(part.name, *hours, today=part.today)
    if len(items) == 2:
        return "P", narrowed
    return ("D", part_of(items[1].value.start, narrowed)) if _days(items[1].value) else None


@rule("bE(?:~?[DUu])?")
def before_the_end(items: list[Item], frame: Frame) -> Made:
    """ "before the end of the month": what is wanted is there when the month is over."""
    if items[1].value not in ("end", "day", "week", "month", "year"):
        return None
    of_days = edge if items[-1].kind == "D" else edge_of_this
    made = of_days.make(items[1:], frame)
    return ("D", made[1]._replace(kind="before", certainty=0.9)) if made else None


@rule("EFD|E[.]?[.]?D|E[.]?~?[.]?D|DE(?!D)")
def edge(items: list[Item], frame: Frame) -> Made:
    """ "end of next week", "תחילת מרץ", "mid-June"."""
    if items[-1].kind == "E":  # "Friday EOD"
        behind = items[0].kind == "D" and items[-1].value == "day"
        return edge.make(items[::-1], frame) if behind else None
    span = items[-1].value
    if not isinstance(span, Span):
        return None
    if items[0].value == "rest":
        return (
            ("D", Span(frame.now, span.end, "day", "interval"))
            if span.start <= frame.now < span.end
            else None
        )
    if items[0].value == "day":
        return ("D", _edge("end", span, frame)) if _days(span) else None
    found = _edge(items[0].value, span, frame)
    return ("D", found) if found else None


def _edge(which: str, span: Span, frame: Frame) -> Span | None:
    days = (span.end - span.start).days
    if which not in ("start", "mid", "end") or days < 1:
        return None
    if span.grain == "day" and days == 1:
        hours = {"start": (8, 11), "mid": (11, 15), "end": (17, 24)}[which]
        return Span(
            span.start + timedelta(hours=hours[0]), span.start + timedelta(hours=hours[1]), "hour", "interval"
        )
    if span.grain == "year" and days < 367:
        first_month = add_months(span.start, {"start": 0, "mid": 4, "end": 8}[which])
        return Span(first_month, add_months(first_month, 4), "day", "interval", 0.85)
    size = {"week": 3, "month": 10, "quarter": 31}.get(span.grain, max(1, days // 3))
    first = {
        "start": span.start,
        "mid": span.start + timedelta(days=(days - size) // 2),
        "end": span.end - timedelta(days=size),
    }
    return Span(first[which], first[which] + timedelta(days=size), "day", "interval", 0.85)


@rule("E[.]?[.]?[Uu]|E")
def edge_of_this(items: list[Item], frame: Frame) -> Made:
    """ "end of the month", "סוף השבוע", "EOD"."""
    which = items[0].value
    if which == "day":
        return (
            ("D", Span(frame.today + timedelta(hours=17), frame.today + DAY, "hour", "interval"))
            if len(items) == 1
            else None
        )
    if which in ("week", "month", "year"):
        found = _edge("end", whole(which, 0, frame), frame)
        return ("D", found) if found and len(items) == 1 else None
    if len(items) == 1 or items[-1].value in (None, "second", "minute", "hour", "weekend", "decade"):
        return None
    if which == "rest":
        return "D", Span(frame.now, whole(items[-1].value, 0, frame).end, "day", "interval")
    found = _edge(which, whole(items[-1].value, 0, frame), frame)
    return ("D", found) if found else None


@rule("eS|e")
def end_of_week(items: list[Item], frame: Frame) -> Made:
    """ "סוף השבוע" is the weekend, and as a deadline the end of the week: both end together."""
    shift = items[-1].value if len(items) == 2 else 0
    first = week_of(frame.now, frame) + timedelta(days=7 * min(shift, 1))
    start = first + timedelta(days=(frame.weekend[0] - frame.week_starts) % 7)
    return "D", Span(start, start + 2 * DAY, "day", "interval", 0.85)


@rule("w[.]?D")
def week_commencing(items: list[Item], frame: Frame) -> Made:
    """ "the week of April 10th"."""
    span = items[-1].value
    if not isinstance(span, Span):
        return None
    start = week_of(span.start, frame)
    return "D", Span(start, start + 7 * DAY, "week", "interval")


@rule("N")
def now(items: list[Item], frame: Frame) -> Made:
    return "D", Span(frame.now, frame.now, "second", certainty=0.9)


@rule("SK|KS|K,?Y|K")
def season(items: list[Item], frame: Frame) -> Made:
    """ "this summer", "בקיץ", by the solstices of the north."""
    name, shift, said = of(items, "K"), of(items, "S"), of(items, "Y")
    assert name is not None
    if len(items) == 1 and not name.sure:
        return None
    month, number = {"spring": (3, 20), "summer": (6, 21), "autumn": (9, 23), "winter": (12, 21)}[name.value]
    year = said.value if said else frame.now.year
    start = datetime(year, month, number)
    length = timedelta(days=91)
    if said is None:
        year += -1 if start - timedelta(days=365) <= frame.now < start - timedelta(days=365) + length else 0
        year += 1 if start + length < frame.now else 0
        year += shift.value if shift and shift.value in (-1, 1) else 0
        start = datetime(year, month, number)
    return "D", Span(start, start + length, "day", "interval", 0.8)


@rule("IP")
def in_the_part(items: list[Item], frame: Frame) -> Made:
    """ "in the evening": today's, or tomorrow's when it is over."""
    part = items[-1].value
    day = frame.today if frame.today + timedelta(hours=part.end) > frame.now else frame.today + DAY
    return "D", part_of(day, part, 0.5)


@rule("D,?D")
def said_twice(items: list[Item], frame: Frame) -> Made:
    """ "tomorrow, 24 November": one day, named two ways."""
    first, second = items[0].value, items[-1].value
    same = _days(first) and isinstance(second, Span) and first.start.date() == second.start.date()
    return ("D", second) if same else None


RULES = (
    this_part,
    said_twice,
    now,
    season,
    week_commencing,
    narrowed_part,
    before_the_end,
    edge,
    edge_of_this,
    end_of_week,
    day_part_clock,
    part_and_clock,
    day_and_hour_in_part,
    day_and_part,
    day_and_clock,
    day_and_bare_number,
    said_twice,
    in_the_part,
)
