"""What may deserve somebody today: plain values, as the rooms below tell of them; all times UTC."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Key = uuid.UUID


@dataclass(frozen=True, slots=True)
class Tie:
    """A client as the ranking sees him. `confirmed` is false while he is only proposed from the mail."""

    client_id: Key
    name: str = ""
    language: str = "he"
    confirmed: bool = True
    strength: float = 0.0
    rhythm_days: float | None = None
    cadence_days: int | None = None
    answer_hours: float | None = None
    last_at: datetime | None = None
    last_out_at: datetime | None = None
    alone: LeftAlone | None = None


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """He asked not to be turned to, until a moment or (None) until somebody strikes it out."""

    words: str
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Said:
    """Words that a matter rests on."""

    entry_id: Key | None = None
    at: datetime | None = None
    kind: str = ""
    direction: str = ""
    quote: str = ""
    person_id: Key | None = None


NOTHING_SAID = Said()


@dataclass(frozen=True, slots=True)
class PromiseMatter:
    """A word that stands open; `proposed` was read but not yet confirmed, with `certainty` 0 to 1."""

    client_id: Key
    promise_id: Key
    side: Literal["ours", "theirs"]
    words: str
    given_at: datetime
    due_at: datetime | None
    proposed: bool = False
    certainty: float = 1.0
    said: Said = NOTHING_SAID


@dataclass(frozen=True, slots=True)
class WaitingMatter:
    """He waits for our answer; `asks` says that his words want one, rather than that we usually give one."""

    client_id: Key
    since: datetime
    asks: bool = True
    said: Said = NOTHING_SAID


@dataclass(frozen=True, slots=True)
class SignMatter:
    """A warning in his words."""

    client_id: Key
    sign_id: Key
    tone: str
    certainty: float
    at: datetime
    said: Said = NOTHING_SAID


@dataclass(frozen=True, slots=True)
class SilenceMatter:
    """Nothing was heard for longer than fits him `since` then (None: never); the last entry and what it was about.

    `last_at` is the last word of either; where he was silent before that, it was ours.
    """

    client_id: Key
    last_at: datetime | None
    uneasy_at: datetime
    last_entry_id: Key | None = None
    subject: str = ""
    heard_at: datetime | None = None

    @property
    def since(self) -> datetime | None:
        return self.heard_at or self.last_at

    @property
    def ours_is_last(self) -> bool:
        """Whether we have turned to him since, and he has not answered."""
        return self.heard_at is not None and self.last_at is not None and self.heard_at < self.last_at


@dataclass(frozen=True, slots=True)
class DateMatter:
    """A day that matters to him, today or soon."""

    client_id: Key
    keydate_id: Key
    kind: str
    words: str
    day: date
    person_id: Key | None = None
    person_name: str = ""


@dataclass(frozen=True, slots=True)
class DraftMatter:
    """A draft that wants somebody: its time of waiting is over (`held`), her opinion is `wanted`, or one was `given`.

    `paper_id` is the hold or the opinion; `who` asked, or answered.
    """

    client_id: Key
    draft_id: Key
    paper_id: Key
    what: Literal["held", "wanted", "given"]
    at: datetime
    who: str = ""
    subject: str = ""


Matter = PromiseMatter | WaitingMatter | SignMatter | SilenceMatter | DateMatter | DraftMatter
