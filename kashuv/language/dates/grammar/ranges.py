# ruff: noqa: DTZ001 - the wall clock of the reader, which gets its zone only at the end
"""From one moment to another, and open ends: "3-5 March", "בין 10 ל-12", "by Friday", "after the holidays"."""

from __future__ import annotations

from datetime import datetime, timedelta

from kashuv.language.dates.calendar import DAY, Frame, add_months
from kashuv.language.dates.grammar.clocks import settle
from kashuv.language.dates.grammar.days import dated
from kashuv.language.dates.grammar.parts import at, upcoming
from kashuv.language.dates.items import Clock, Item, Part, Span
from kashuv.language.dates.lengths import moved
from kashuv.language.dates.rule import Made, all_of, of, rule


@rule("[FV]?[0Oo][T&lB]{1,2}[0Oo][Il]?M(?:,?Y)?|[FV]?M[FV]?[0O][T&lB]{1,2}[0O](?:,?Y)?")
def days_of_month(items: list[Item], frame: Frame) -> Made:
    """ "from 13 to 15 of July", "July 13-15", "3-5 במרץ"."""
    numbers, month, year = all_of(items, "0Oo"), of(items, "M"), of(items, "Y")
    assert month is not None
    if any(item.kind == "&" for item in items) and items[0].kind != "V":
        return None
    if not all(isinstance(item.value, int) and 1 <= item.value <= 31 for item in numbers):
        return None
    spans = [dated(month.value, item.value, year.value if year else None, frame) for item in numbers[:2]]
    if spans[0] is None or spans[1] is None:
        return None
    start, end = spans[0].start, spans[1].end
    if numbers[0].value >= numbers[1].value:
        start = add_months(start, -1)  # "from the 27th to the 3rd of April"
    return ("D", Span(start, end, "day", "interval")) if start < end else None


@rule(
    "[FV]?[@.]?[0C][T&lB]{1,2}[@.]?C[I.]?P?|[FV]?[@.]?C[T&lB]{1,2}[@.]?[0C]|[FV][@.]?0[T&lB]{1,2}[@.]?0(?![UMX])(?:I?A)?|0T0(?=[DW])|(?<=[DW])0T0(?![MUYX0])"
)
def hours(items: list[Item], frame: Frame) -> Made:
    """ "3-4pm", "10:00-12:00", "בין 3 ל-5"."""
    first, last = (item for item in items if item.kind in "0C")
    if any(item.kind == "&" for item in items) and items[0].kind != "V":
        return None
    if len(items) == 3 and not (first.sure and last.sure):
        return None
    ends = [_clock(item) for item in (first, last)]
    if ends[0] is None or ends[1] is None:
        return None
    part = of(items, "P")
    end = settle(ends[1], part.value if part else None)
    start = _same_half(ends[0], end)
    return "c", (start, end)


def _clock(item: Item) -> Clock | None:
    if item.kind == "C":
        return item.value
    if not isinstance(item.value, int) or not 0 <= item.value <= 24:
        return None
    return Clock(item.value % 24, settled=item.value > 12 or item.value == 0)


def _same_half(start: Clock, end: Clock) -> Clock:
    """ "3-4pm" begins in the afternoon too; "11-1pm" does not."""
    if start.settled:
        return start
    if start.hour % 12 + 12 < end.hour or (start.hour % 12 + 12 == end.hour and start.minute < end.minute):
        return start._replace(hour=start.hour % 12 + 12, settled=True)
    return settle(start)


@rule("D[,]?[I@.~]?c|c[,]?[.]?D|c")
def day_and_hours(items: list[Item], frame: Frame) -> Made:
    """ "Tuesday 2:00 - 2:30 pm"."""
    day, pair = of(items, "D"), of(items, "c")
    assert pair is not None
    start, end = pair.value
    if day is None:
        first = upcoming(start, frame).start
    elif isinstance(day.value, Span) and day.value.end - day.value.start <= DAY:
        first = at(day.value.start.replace(hour=0, minute=0), start).start
    else:
        return None
    length = timedelta(hours=end.hour - start.hour, minutes=end.minute - start.minute)
    if length <= timedelta():
        length += DAY
    return "D", Span(
        first, first + length, "minute" if "minute" in (start.grain, end.grain) else "hour", "interval"
    )


@rule("[FV]?Y[T&lB]Y")
def years(items: list[Item], frame: Frame) -> Made:
    """ "between 2014 and 2018"."""
    first, last = all_of(items, "Y")
    if first.value >= last.value or (items[1].kind == "&" and items[0].kind != "V"):
        return None
    return "D", Span(datetime(first.value, 1, 1), datetime(last.value, 1, 1), "year", "interval")


@rule("[FV]?D[T&B]{1,2}[.F]?D|[FV]DlD|[FV]?D[T]C")
def days(items: list[Item], frame: Frame) -> Made:
    """ "from Monday to Wednesday", "בין ראשון לשלישי"."""
    first, last = items[0].value if items[0].kind == "D" else items[1].value, items[-1].value
    if not isinstance(first, Span) or (any(item.kind == "&" for item in items) and items[0].kind != "V"):
        return None
    if isinstance(last, Clock):
        last = at(first.start.replace(hour=0, minute=0, second=0), settle(last))
    if last.start < first.start:
        last = _later(last, first)
    if last is None or last.end <= first.start:
        return None
    return "D", Span(first.start, max(last.end, last.start), last.grain, "interval")


def _later(last: Span, first: Span) -> Span | None:
    """The next week's or year's, where the end would come before its beginning."""
    if not last.guessed:
        return None
    for days_on in (7, 365, 366):
        moved_on = last._replace(
            start=last.start + timedelta(days=days_on), end=last.end + timedelta(days=days_on)
        )
        if moved_on.start > first.start and (days_on == 7 or moved_on.start.day == last.start.day):
            return moved_on
    return None


@rule("D[.]?X|C[.]?X|X[,]?F[.]?[DC]")
def for_a_length(items: list[Item], frame: Frame) -> Made:
    """ "4pm for 30 mins", "for a week from Sunday"."""
    base, length = of(items, "DC"), of(items, "X")
    assert base is not None and length is not None
    span = upcoming(settle(base.value), frame) if base.kind == "C" else base.value
    if not isinstance(span, Span) or span.kind != "point":
        return None
    end = moved(span.start, length.value, 1, frame)
    if end <= span.start:
        return None
    return "D", Span(span.start, end, "minute" if end - span.start < DAY else "day", "interval")


@rule("D,?[BbG][@l]?[Ct]|D,?[BbG]l?[P0](?![UXMD])")
def deadline_on_day(items: list[Item], frame: Frame) -> Made:
    """ "Thursday before 5pm", "מחר עד הצהריים", "tomorrow after 3"."""
    day, joint = items[0].value, of(items, "BbG")
    assert joint is not None
    if not isinstance(day, Span) or day.grain != "day" or day.kind != "point":
        return None
    moment = _on_day(day.start, items[-1])
    if moment is None:
        return None
    return "D", Span(moment, moment, "hour", "after" if joint.kind == "G" else "before", 0.92)


def _on_day(day: datetime, time: Item) -> datetime | None:
    if time.kind == "P":
        return day + timedelta(hours=time.value.start if time.value.name == "noon" else time.value.end)
    clock = time.value[0] if time.kind == "t" else _clock(time)
    if clock is None or (time.kind == "0" and not time.sure):
        return None
    return at(day, settle(clock)).start


@rule("[Bb]~?[.l]?[DCt]|[Bb][.l]?P")
def deadline(items: list[Item], frame: Frame) -> Made:
    """ "by Friday noon", "עד סוף השבוע", "before 11 am"."""
    span = _moment(items[-1], frame)
    if span is None:
        return None
    strict = items[0].kind == "b" or _noon(span)
    if items[-1].kind == "P" or (span.kind == "interval" and span.grain == "hour"):
        strict = True if items[-1].kind == "P" and items[-1].value.name == "noon" else strict
    return "D", span._replace(end=span.start if strict else max(span.end, span.start), kind="before")


@rule("G~?[.]?[DCtP]|F[.]?[DCt]|D,?&G")
def opening(items: list[Item], frame: Frame) -> Made:
    """ "after Tuesday", "from 3 March on", "אחרי החגים"."""
    piece = of(items, "DCtP")
    assert piece is not None
    span = _moment(piece, frame)
    if span is None:
        return None
    start = span.start if of(items, "F") or items[0].kind == "D" else max(span.end, span.start)
    return "D", span._replace(start=start, kind="after")


def _noon(span: Span) -> bool:
    """ "עד הצהריים": the hours of noon, as a deadline, end when they begin."""
    return span.kind == "interval" and span.start.hour == 12 and span.end - span.start == timedelta(hours=3)


def _moment(item: Item, frame: Frame) -> Span | None:
    if item.kind == "C":
        return upcoming(settle(item.value), frame)
    if item.kind == "t":
        return upcoming(item.value[0], frame)
    if item.kind == "P":
        part: Part = item.value
        return Span(
            frame.today + timedelta(hours=part.start),
            frame.today + timedelta(hours=part.end),
            "hour",
            "interval",
            0.6,
        )
    return item.value if isinstance(item.value, Span) else None


RULES = (day_and_hours, days, for_a_length, deadline_on_day, deadline, opening)
OF_FIGURES = (days_of_month, years, hours)
