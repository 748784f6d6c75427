# ruff: noqa: DTZ001 - the wall clock of the reader, which gets its zone only at the end
"""Finds the dates and times that a text names, in Hebrew and English, and says what they mean to a reader.

Words are cut into pieces (lexer), the pieces are joined by a small grammar, and what is left standing as
settled time is told as moments in the reader's own zone.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from kashuv.language.dates.calendar import DAY, Frame
from kashuv.language.dates.grammar import GRAMMAR
from kashuv.language.dates.grammar.clocks import settle
from kashuv.language.dates.grammar.parts import part_of, upcoming
from kashuv.language.dates.items import Item, Span
from kashuv.language.dates.lexer import runs
from kashuv.language.marks import Plain, plain
from kashuv.language.reading import Moment, Tongue

_HEBREW_ZONES = ("Asia/Jerusalem", "Israel", "Asia/Tel_Aviv")
_HEBREW = re.compile("[א-ת]")
_ENOUGH = 2_000  # characters: by then Hebrew has shown itself
_ENDLESS = datetime(9990, 1, 1)


def find(text: str | Plain, reference: datetime, tongue: Tongue | None = None) -> tuple[Moment, ...]:
    """Every date or time in the text, as seen from the moment at which it was written."""
    read = plain(text)
    frame = _frame(read.text, reference, tongue)
    found: list[Moment] = []
    for run in runs(read.text, read.ready.whole):
        try:
            GRAMMAR.reduce(run, frame)
        except OverflowError:
            continue
        for item in run:
            span = _settled(item, read.text, frame)
            if span is not None:
                found.append(_moment(span, item, read, reference))
    return tuple(found)


def _frame(text: str, reference: datetime, tongue: Tongue | None) -> Frame:
    hebrew = tongue == "he" or (tongue is None and _HEBREW.search(text, 0, _ENOUGH) is not None)
    israel = hebrew or str(reference.tzinfo) in _HEBREW_ZONES
    offset = reference.utcoffset() or timedelta()
    return Frame(
        reference.replace(tzinfo=None),
        week_starts=6 if israel else 0,
        day_first=israel or offset > timedelta(),
        zone=reference.tzinfo,
    )


def _settled(item: Item, text: str, frame: Frame) -> Span | None:
    """What a piece says in the end: settled days, a bare time, a part of this day."""
    if item.kind == "D":
        return item.value if isinstance(item.value, Span) and item.value.start < _ENDLESS else None
    if item.kind == "C":
        return upcoming(settle(item.value), frame)
    if item.kind == "t":
        return _today_or_next(item, frame)
    if item.kind == "P" and (item.value.today or len(text) < 12):
        return part_of(frame.today, item.value, 0.85 if item.value.today else 0.4)
    return None


def _today_or_next(item: Item, frame: Frame) -> Span:
    clock, part = item.value
    span = upcoming(clock, frame)
    if part.today:
        after_midnight = part.end >= 24 and clock.hour < 5 and frame.now.hour > clock.hour
        day = frame.today + (DAY if after_midnight else timedelta())
        start = day + timedelta(hours=clock.hour, minutes=clock.minute)
        return Span(start, start, clock.grain, certainty=0.95)
    return span


def _moment(span: Span, item: Item, read: Plain, reference: datetime) -> Moment:
    zone = reference.tzinfo
    start, end = span.start.replace(tzinfo=zone), span.end.replace(tzinfo=zone)
    instant = span.start == span.end
    words = read.words(item.start, item.end)
    if span.kind == "before":
        return Moment(None, end, span.grain, "before", words, span.certainty)
    if span.kind == "after":
        return Moment(start, None, span.grain, "after", words, span.certainty)
    return Moment(start, None if instant else end, span.grain, span.kind, words, span.certainty)
