"""What of a reading is worth a line beside the entry: few things, each well founded, never the whole harvest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from kashuv.language.reading import Moment, Reading, ToneFound

SURE = 0.5
SURE_OF_DATE = 0.6
SURE_OF_CONDITION = 0.7
MOST_ASKS = 4
MOST_DATES = 3
TIMED = ("second", "minute", "hour")
INSTANT = timedelta(seconds=1)
MOST_PROMISES = 5
WARNING = frozenset({"anger", "upset", "insult", "blame", "worry", "sarcasm", "indifference", "coldness"})
WELCOME = frozenset({"thanks", "satisfaction", "urgency"})


@dataclass(frozen=True, slots=True)
class Worth:
    """One thing read, in the terms of a finding."""

    kind: str
    what: str
    words: str
    start: int
    end: int
    due: datetime | None
    certainty: float


def asks(reading: Reading) -> bool:
    """Whether the words want an answer."""
    return any(ask.certainty >= SURE for ask in reading.asks)


def warning(reading: Reading) -> ToneFound | None:
    """The strongest tone that warns."""
    tones = [tone for tone in reading.tones if tone.kind in WARNING and tone.certainty >= SURE]
    return max(tones, key=lambda tone: tone.certainty, default=None)


def worth(reading: Reading, direction: str) -> list[Worth]:
    """Requests, questions, meetings, tones and the dates that are not already part of one of these."""
    found = [*_asks(reading), *_tones(reading, direction)]
    spans = [(one.start, one.end) for one in found] + [(p.words.start, p.words.end) for p in reading.promises]
    return found + list(_dates(reading, spans))


def _asks(reading: Reading) -> Iterator[Worth]:
    sure = [ask for ask in reading.asks if ask.certainty >= SURE]
    for ask in sorted(sure, key=lambda ask: -ask.certainty)[:MOST_ASKS]:
        w = ask.words
        yield Worth(ask.kind, "", w.text, w.start, w.end, last_moment(ask.due), ask.certainty)


def _tones(reading: Reading, direction: str) -> Iterator[Worth]:
    """Of an incoming entry; our own tone is the guard's matter."""
    if direction == "in":
        for tone in reading.tones:
            if tone.certainty >= SURE and tone.kind in WARNING | WELCOME:
                w = tone.words
                yield Worth("tone", tone.kind, w.text, w.start, w.end, None, tone.certainty)


def _dates(reading: Reading, spans: list[tuple[int, int]]) -> Iterator[Worth]:
    apart = [m for m in reading.dates if m.certainty >= SURE_OF_DATE and not _inside(m.words.start, spans)]
    for moment in apart[:MOST_DATES]:
        w, due = moment.words, moment.start or last_moment(moment)
        yield Worth("date", moment.grain, w.text, w.start, w.end, due, moment.certainty)


def last_moment(moment: Moment | None) -> datetime | None:
    """Until when it is in time; "by Tuesday" lasts to Tuesday's last instant, not into Wednesday."""
    if moment is None or moment.end is None or moment.grain in TIMED:
        return moment.deadline if moment else None
    return moment.end - INSTANT


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def promises(reading: Reading, direction: str) -> list[Worth]:
    """Words given, ours and theirs, by direction; one under a condition must be the surer to be shown."""
    sure = [p for p in reading.promises if p.certainty >= (SURE_OF_CONDITION if p.conditional else SURE)]
    return [
        Worth(
            "promise",
            "ours" if (p.who == "writer") == (direction == "out") else "theirs",
            p.words.text,
            p.words.start,
            p.words.end,
            last_moment(p.due),
            p.certainty,
        )
        for p in sorted(sure, key=lambda p: -p.certainty)[:MOST_PROMISES]
    ]
