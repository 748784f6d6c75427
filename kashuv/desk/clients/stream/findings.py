"""What was read out of an entry, as the stream shows it: findings and proposed promises, each with its words."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from kashuv.desk.clients.together import Piece
from kashuv.rooms.conversations.rules.worth import TIMED

KINDS = {
    "request": _("A request"),
    "question": _("A question"),
    "meeting": _("Wants to meet"),
    "date": _("A date"),
    "tone": _("A tone"),
    "promise": _("A promise"),
}
DECIDED = {
    "proposed": _("Not decided yet"),
    "accepted": _("Right"),
    "open": _("Right, and still open"),
    "kept": _("Right, and kept"),
    "released": _("Right, and released"),
    "dismissed": _("Not so"),
}
TONES = {
    "anger": _("Anger"),
    "upset": _("Upset"),
    "thanks": _("Thanks"),
    "satisfaction": _("Satisfaction"),
    "indifference": _("Indifference"),
    "worry": _("Worry"),
    "urgency": _("Urgency"),
    "insult": _("An insult"),
    "sarcasm": _("Sarcasm"),
    "blame": _("Blame"),
    "coldness": _("Coldness"),
}
SURENESS = ((0.8, _("Quite sure")), (0.65, _("Fairly sure")), (0.0, _("A guess")))
PLEASED = frozenset({"thanks", "satisfaction"})


class Judged:
    """What was read with some certainty, and what a person said of it."""

    __slots__ = ()
    state: str
    certainty: float

    @property
    def decided(self) -> object:
        """What a person said of it."""
        return DECIDED[self.state]

    @property
    def percent(self) -> int:
        return round(self.certainty * 100)

    @property
    def sure(self) -> object:
        """How certain, in words."""
        return next(words for least, words in SURENESS if self.certainty >= least)


@dataclass(frozen=True, slots=True)
class Read(Judged):
    """A finding: what it is, the words it rests on and where they stand, how certain, and what a person said of it."""

    id: uuid.UUID
    kind: str
    what: str
    words: str
    start: int
    end: int
    certainty: float
    state: str
    due: datetime | None

    @classmethod
    def of(cls, piece: Piece) -> Read:
        """From a piece whose columns are told in `page`."""
        return cls(
            id=piece.id,
            kind=piece.kind or "",
            what=piece.what or "",
            words=piece.words or "",
            start=piece.first or 0,
            end=piece.last or 0,
            certainty=piece.share or 0,
            state=piece.more or "",
            due=piece.at,
        )

    @property
    def grain(self) -> str:
        """How its time is said: a date that names no hour, by its day alone."""
        return "day" if self.kind == "date" and self.what not in TIMED else "moment"

    @property
    def mark(self) -> str:
        """How its words are marked: a tone that pleases is not drawn as one that warns."""
        return "pleased" if self.what in PLEASED else self.kind

    @property
    def said(self) -> object:
        """The name of what was found."""
        return TONES.get(self.what, KINDS["tone"]) if self.kind == "tone" else KINDS[self.kind]


@dataclass(frozen=True, slots=True)
class Proposal(Judged):
    """A promise that hangs on an entry or on nothing, proposed or standing."""

    id: uuid.UUID
    side: str
    state: str
    words: str
    quote: str
    due: datetime | None
    certainty: float
    entry: uuid.UUID | None

    @classmethod
    def of(cls, piece: Piece) -> Proposal:
        """From a piece whose columns are told in `page`."""
        return cls(
            id=piece.id,
            side=piece.kind or "",
            state=piece.what or "",
            words=piece.words or "",
            quote=piece.more or "",
            due=piece.at,
            certainty=piece.share or 0,
            entry=piece.of,
        )

    @property
    def is_ours(self) -> bool:
        return self.side == "ours"

    def span(self, text: str) -> tuple[int, int, str] | None:
        """Where its sentence stands in the entry's text, if it does."""
        at = text.find(self.quote) if self.quote else -1
        return (at, at + len(self.quote), "promise") if at >= 0 else None
