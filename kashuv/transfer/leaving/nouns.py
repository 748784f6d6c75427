"""Which rows tell of a client: each noun with the road that leads from it to its client."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model, Q, QuerySet

from kashuv.foundation.journal.event import Event
from kashuv.rooms.calm.models import Hold, Opinion, Weighing
from kashuv.rooms.care.models import Pulse, Sign
from kashuv.rooms.clients.models import Address, Client, Consent, Detail, KeyDate, Manner, Merging, Person
from kashuv.rooms.conversations.models import (
    Attachment,
    Draft,
    Enclosure,
    Entry,
    Finding,
    Strand,
    Template,
    Thread,
)
from kashuv.rooms.post.models import Dispatch, Letter, Refusal, Shipment
from kashuv.rooms.promises.models import Move, Promise
from kashuv.rooms.team.models import Member, Pass, QuietHours, Workspace
from kashuv.rooms.today.models import Mark

ROADS: dict[str, tuple[type[Model], str]] = {
    "clients": (Client, "id"),
    "people": (Person, "client_id"),
    "addresses": (Address, "person__client_id"),
    "consents": (Consent, "person__client_id"),
    "mergings": (Merging, "kept__client_id"),
    "manners": (Manner, "client_id"),
    "details": (Detail, "client_id"),
    "key_dates": (KeyDate, "client_id"),
    "threads": (Thread, "client_id"),
    "strands": (Strand, "thread__client_id"),
    "entries": (Entry, "client_id"),
    "attachments": (Attachment, "entry__client_id"),
    "findings": (Finding, "entry__client_id"),
    "drafts": (Draft, "client_id"),
    "enclosures": (Enclosure, "draft__client_id"),
    "weighings": (Weighing, "draft__client_id"),
    "holds": (Hold, "draft__client_id"),
    "opinions": (Opinion, "draft__client_id"),
    "promises": (Promise, "client_id"),
    "moves": (Move, "promise__client_id"),
    "pulses": (Pulse, "client_id"),
    "signs": (Sign, "client_id"),
    "marks": (Mark, "client_id"),
    "journal": (Event, "client_id"),
}
OF_THE_HOUSE: dict[str, type[Model]] = {  # what belongs to nobody among the clients
    "members": Member,
    "quiet_hours": QuietHours,
    "templates": Template,
    "shipments": Shipment,
    "refusals": Refusal,
    "passes": Pass,
}


def nouns() -> dict[str, type[Model]]:
    """Everything that may leave, by the name of its file."""
    return {
        **OF_THE_HOUSE,
        **{name: model for name, (model, _) in ROADS.items()},
        "letters": Letter,
        "dispatches": Dispatch,
    }


@dataclass(frozen=True, slots=True)
class Scope:
    """One client of a workspace, or (without a client) everything in it."""

    workspace: Workspace
    client: Client | None = None

    def nouns(self) -> Iterator[tuple[str, QuerySet[Model]]]:
        """Each noun's name and its rows, in the order of their making."""
        if self.client is None:
            for name, model in OF_THE_HOUSE.items():
                rows = model._default_manager.filter(workspace_id=self.workspace.id)
                yield name, rows.order_by("pk")
        for name, (model, road) in ROADS.items():
            yield name, self._rows(model, road)
        yield "letters", self.letters()
        yield "dispatches", self.dispatches()

    def _rows(self, model: type[Model], road: str) -> QuerySet[Model]:
        rows = model._default_manager.filter(workspace_id=self.workspace.id).order_by("pk")
        return rows.filter(**{road: self.client.id}) if self.client else rows

    def letters(self) -> QuerySet[Letter]:
        """The mails behind the entries, and what was passed on of them."""
        letters = Letter.objects.within(self.workspace.id).order_by("pk")
        if self.client is None:
            return letters
        told = self._entries(self.client).values("letter_id")
        return letters.filter(Q(pk__in=told) | Q(same_as_id__in=told))

    def dispatches(self) -> QuerySet[Dispatch]:
        """What became of each letter of ours on its way out."""
        sent = Dispatch.objects.within(self.workspace.id).order_by("pk")
        drafts = (
            Draft.objects.within(self.workspace.id).filter(client_id=self.client.id) if self.client else None
        )
        return sent if drafts is None else sent.filter(source__in=drafts.values("pk"))

    def files(self) -> QuerySet[Attachment]:
        """Files that came otherwise than inside a mail."""
        held = Attachment.objects.within(self.workspace.id).filter(parcel__isnull=False).order_by("pk")
        return held.filter(entry_id__in=self._entries(self.client).values("pk")) if self.client else held

    def enclosed(self) -> QuerySet[Enclosure]:
        """Files that are to go out with a draft, or went."""
        rows = Enclosure.objects.within(self.workspace.id).order_by("pk")
        return rows.filter(draft__client_id=self.client.id) if self.client else rows

    def refused(self) -> QuerySet[Refusal]:
        """What could not be taken and is kept as it came; it is nobody's in particular."""
        held = Refusal.objects.within(self.workspace.id).filter(parcel__isnull=False).order_by("pk")
        return held.none() if self.client else held

    def _entries(self, client: Client) -> QuerySet[Entry]:
        return Entry.objects.within(self.workspace.id).filter(client_id=client.id)
