"""Takes a shipment back: what it brought and nobody has touched since; what was touched stays, and is told."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from kashuv.foundation.journal import writing as journal
from kashuv.foundation.search import index
from kashuv.foundation.search.lines import SaidLine, WhoLine
from kashuv.rooms.care import pulse
from kashuv.rooms.care.models import Pulse, Sign
from kashuv.rooms.clients.models import Address, Client, Detail, KeyDate, Manner, Merging, Person
from kashuv.rooms.conversations.models import Attachment, Entry, Finding, Strand, Thread
from kashuv.rooms.post.models import Letter, Parcel, Refusal, Shipment
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member
from kashuv.rooms.today.models import Mark

CHUNK = 400
STAYS_ENTRIES = "%(count)d entries stay, since somebody has decided on what was found in them."
STAYS_PEOPLE = "%(count)d people stay, since there is more of them than this import brought."
STAYS_CLIENTS = "%(count)d clients stay, since they were confirmed or have more than this import brought."


@dataclass(slots=True)
class Left:
    """What went, and what stays by the reason why, which is a sentence with its count."""

    gone: int = 0
    stays: dict[str, int] = field(default_factory=dict)

    def as_dict(self) -> dict[str, object]:
        """For programs."""
        return {"gone": self.gone, "stays": [{"reason": reason % {"count": n}, "count": n} for reason, n in self.stays.items()]}

    def stay(self, reason: str, count: int) -> None:
        if count:
            self.stays[reason] = count


@transaction.atomic
def take_back(shipment: Shipment, by: Member | None, at: datetime) -> Left:
    """Undoes an import, and is undone by bringing the same in once more."""
    left = Left()
    touched = _take_entries(shipment, left)
    _take_letters(shipment, left)
    touched |= _take_people(shipment, left)
    _take_clients(shipment, touched, left)
    pulse.feel(shipment.workspace_id, _standing(shipment.workspace_id, touched), at)
    shipment.state, shipment.taken_back_at = Shipment.State.TAKEN_BACK, at
    shipment.save(update_fields=["state", "taken_back_at"])
    line = journal.line(shipment.workspace_id, "shipment.taken_back", shipment.id, at=at, by=by.id if by else None, gone=left.gone)
    journal.write(line)
    return left
