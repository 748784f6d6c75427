"""One batch on its way: whose it is, whom it speaks of, and what became of it so far."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from kashuv.flows.arrived import Contact, Tally
from kashuv.language.reading import Reading
from kashuv.rooms.clients import register
from kashuv.rooms.clients.models import Person
from kashuv.rooms.conversations.timeline import Said
from kashuv.rooms.post.models import Shipment
from kashuv.rooms.post.parcels import Packed
from kashuv.rooms.team.models import Member, Workspace


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said, with its reading; of what a machine sent, nothing counts."""

    said: Said
    reading: Reading
    counts: bool = True


@dataclass
class Batch:
    """`by` is the member who brings it, `at` when; `packed` are its letters as they are kept."""

    workspace: Workspace
    shipment: Shipment | None
    by: Member | None
    at: datetime
    packed: Packed = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)

    @property
    def origin(self) -> uuid.UUID | None:
        """The key of the shipment, by which an import can be taken back."""
        return self.shipment.id if self.shipment else None

    @property
    def member_id(self) -> uuid.UUID | None:
        """Who of us is meant where the thing itself does not say."""
        return self.by.id if self.by else None

    @cached_property
    def ours(self) -> dict[str, uuid.UUID | None]:
        """Our addresses, by membership, by memory, and by what the one who brings them has said."""
        told = self.shipment.options.get("me", ()) if self.shipment else ()
        register.own(self.workspace, told, at=self.at)
        return register.our_addresses(self.workspace)

    def theirs(self, contacts: Iterable[Contact]) -> list[Contact]:
        """The contacts without those that are ourselves."""
        return [one for one in contacts if not any(mail.strip().lower() in self.ours for mail in one.mails)]

    def meet(
        self, contacts: Iterable[Contact], letters: Mapping[str, set[str]] | None = None
    ) -> dict[Contact, Person]:
        """The people behind the contacts, strangers counted."""
        met = register.meet(self.workspace, contacts, at=self.at, origin=self.origin, letters=letters)
        self.tally.people += met.strangers
        return met

    def touch(self, *clients: uuid.UUID | None) -> None:
        """Remembers whose timeline has changed, so that they are felt."""
        self.tally.touched.update(client for client in clients if client)

    def count(self, told: int, new: int) -> None:
        """Counts messages."""
        self.tally.messages += told
        self.tally.new += new
        self.tally.duplicates += told - new
