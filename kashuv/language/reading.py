"""What was understood: plain frozen values, each finding with the words it rests on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Tongue = Literal["he", "en", "other"]
Kind = Literal["point", "interval", "before", "after"]
Grain = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "year"]
AskKind = Literal["request", "question", "meeting"]
Speaker = Literal["writer", "reader"]
Form = Literal["him", "her", "them", "none"]
ToneKind = Literal[
    "anger",
    "upset",
    "thanks",
    "satisfaction",
    "indifference",
    "worry",
    "urgency",
    "insult",
    "sarcasm",
    "blame",
    "coldness",
]


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of the text that was read: `text == whole[start:end]`, in characters."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time that was named; aware datetimes in the reader's zone, `end` exclusive.

    `kind` "before" is a deadline and sets only `end`; "after" sets only `start`.
    """

    start: datetime | None
    end: datetime | None
    grain: Grain
    kind: Kind
    words: Words
    certainty: float

    @property
    def deadline(self) -> datetime | None:
        """The last moment that still keeps a word given "by" or "at" this moment."""
        return self.end or self.start


def named_in(words: Words, moments: Sequence[Moment]) -> Sequence[Moment]:
    """Those of the moments, which stand in the order of the text, that begin within the words."""
    first = bisect_left(moments, words.start, key=lambda moment: moment.words.start)
    after = bisect_left(moments, words.end, first, key=lambda moment: moment.words.start)
    return moments[first:after]


@dataclass(frozen=True, slots=True)
class PromiseFound:
    """A sentence in which somebody binds himself: the writer of the text, or its reader."""

    who: Speaker
    words: Words
    due: Moment | None
    conditional: bool
    certainty: float


@dataclass(frozen=True, slots=True)
class AskFound:
    """Something the writer wants from the reader: a request, a question, a meeting."""

    kind: AskKind
    words: Words
    due: Moment | None
    certainty: float


@dataclass(frozen=True, slots=True)
class ToneFound:
    """A tone, with the words that carry it."""

    kind: ToneKind
    words: Words
    certainty: float


@dataclass(frozen=True, slots=True)
class Peeled:
    """A letter taken apart. `own` is the writer's new text; nothing of it is ever lost."""

    own: str
    echo: str = ""
    signature: str = ""
    disclaimer: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything understood of one message. All `Words` count characters of `own`."""

    tongue: Tongue
    own: str
    echo: str = ""
    signature: str = ""
    dates: tuple[Moment, ...] = ()
    promises: tuple[PromiseFound, ...] = ()
    asks: tuple[AskFound, ...] = ()
    tones: tuple[ToneFound, ...] = ()
    address: Form = "none"
    version: int = 1
    notes: tuple[str, ...] = field(default=())

    def tone(self, kind: ToneKind) -> float:
        """The certainty of the strongest finding of that tone, 0.0 if there is none."""
        return max((found.certainty for found in self.tones if found.kind == kind), default=0.0)
