"""The plan of a day as its readers take it: frozen, with nothing left to look up."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime

from kashuv.rooms.today.rules.choice import Known
from kashuv.rooms.today.rules.word import Word

FIRST_SCREEN = 7


@dataclass(frozen=True, slots=True)
class Because:
    """A reason in one sentence, the words it rests on, the entry they stand in, and where they come from.

    `at_hand` marks what whoever turns to the client must know beforehand: his day is today, or they are to meet.
    """

    text: str
    quote: str = ""
    entry_id: uuid.UUID | None = None
    cite: str = ""
    kind: str = ""
    promise_id: uuid.UUID | None = None
    sign_id: uuid.UUID | None = None
    draft_id: uuid.UUID | None = None
    opinion_id: uuid.UUID | None = None
    at_hand: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What to do about it: by which channel, with what first sentence, or with what text."""

    channel: str
    say: str
    draft: str


@dataclass(frozen=True, slots=True)
class Whom:
    """A client, by key and name."""

    id: uuid.UUID
    name: str
    language: str = "he"


@dataclass(frozen=True, slots=True)
class Item:
    """One client who needs somebody today. `also` are others folded in with him; `key` is what a mark names.

    `presses` is a word for today while the day is closing: it can be kept, moved or released, and not be put off.
    """

    rank: int
    kind: str
    client: Whom
    person: Known | None
    why: tuple[Because, ...]
    next: Step
    due: datetime | None
    score: float
    key: str
    label: str = ""
    also: tuple[Whom, ...] = ()
    presses: bool = False

    @property
    def promise_id(self) -> uuid.UUID | None:
        """The promise that the item is about, if it is about one."""
        return self.why[0].promise_id

    @property
    def draft_id(self) -> uuid.UUID | None:
        """The draft that the item is about."""
        return self.why[0].draft_id

    @property
    def opinion_id(self) -> uuid.UUID | None:
        """The opinion that she is asked for by it."""
        return self.why[0].opinion_id


@dataclass(frozen=True, slots=True)
class QuietClient:
    """One who never complains and is easily overlooked, and what is good about the tie."""

    client: Whom
    because: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A member's day. `more` items can wait and are not told here; `rests` names the Shabbat or holiday it falls on.

    `still` counts the words for today that stand when the day is closing, `stuck` the messages of hers that did not
    leave or may not have arrived, `apart` the drafts that want her and are to nobody's client.
    """

    day: date
    at: datetime
    items: tuple[Item, ...] = ()
    more: int = 0
    expected: tuple[object, ...] = ()
    kept_yesterday: int = 0
    quiet_good_clients: tuple[QuietClient, ...] = ()
    our_word: Word = field(default_factory=Word)
    rests: str | None = None
    still: int = 0
    stuck: int = 0
    apart: int = 0

    @property
    def first(self) -> tuple[Item, ...]:
        """What stands on the first screen."""
        return self.items[:FIRST_SCREEN]

    @property
    def waiting(self) -> int:
        """How many can wait: beyond the first screen, told or not."""
        return max(0, len(self.items) + self.more - FIRST_SCREEN)
