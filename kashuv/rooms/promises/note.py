"""A note: what the ledger is told of a promise, before there is a row for it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kashuv.rooms.promises.rules import identity

Side = Literal["ours", "theirs"]


@dataclass(frozen=True, slots=True)
class Note:
    """A promise read out of an entry. `words` say what was promised, `quote` is the sentence; times UTC."""

    client_id: uuid.UUID
    entry_id: uuid.UUID
    side: Side
    words: str
    given_at: datetime
    quote: str = ""
    due_at: datetime | None = None
    certainty: float = 1.0
    person_id: uuid.UUID | None = None
    member_id: uuid.UUID | None = None
    shipment_id: uuid.UUID | None = None

    @property
    def identity(self) -> str:
        return identity.of_sentence(self.entry_id, self.side, self.words)
