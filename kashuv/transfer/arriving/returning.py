"""Takes a shipment back: what it brought and nobody has touched since; what was touched stays, and is told."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from kashuv.foundation.belonging import Belonging
from kashuv.foundation.journal import writing as journal
from kashuv.foundation.portions import portions
from kashuv.foundation.search import index
from kashuv.foundation.search.lines import SaidLine, WhoLine
from kashuv.rooms.care import pulse
from kashuv.rooms.care.models import Pulse, Sign
from kashuv.rooms.clients import hints, lines
from kashuv.rooms.clients.models import Address, Client, Detail, KeyDate, Person
from kashuv.rooms.conversations.models import Attachment, Entry, Finding, Strand, Thread
from kashuv.rooms.post import copies
from kashuv.rooms.post.models import Letter, Parcel, Refusal, Shipment
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member
from kashuv.transfer.arriving.pointing import delete, pointed_at

Keys = set[uuid.UUID]


@dataclass(slots=True)
class Left:
    """How many rows went, with all that was read; of them messages, people and clients; how many of what stays."""

    gone: int = 0
    messages: int = 0
    people: int = 0
    clients: int = 0
    stays: dict[str, int] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """For programs."""
        return asdict(self)


@transaction.atomic
def take_back(shipment: Shipment, by: Member | None, at: datetime) -> Left:
    """Undoes an import; bringing the same in once more undoes that."""
    returning = _Returning(shipment)
    returning.entries()
    returning.letters()
    returning.people()
    returning.clients()
    returning.feel(at)
    left = returning.left
    shipment.state, shipment.taken_back_at = Shipment.State.TAKEN_BACK, at
    shipment.options |= {"left": left.as_dict()}
    shipment.save(update_fields=["state", "taken_back_at", "options"])
    who = by.id if by else None
    journal.write(
        journal.line(
            shipment.workspace_id, "shipment.taken_back", shipment.id, at=at, by=who, **left.as_dict()
        )
    )
    return left


def brought_anything(shipment: Shipment) -> bool:
    """Whether an import left anything that taking it back would undo."""
    marks = [
        (Letter, "shipment"),
        (Entry, "shipment"),
        *((noun, "origin") for noun in (Person, Client, Address, KeyDate)),
    ]
    return any(
        noun.objects.within(shipment.workspace_id).filter(**{mark: shipment.id}).exists()
        for noun, mark in marks
    )


class _Returning:
    """One walk from the latest things to the earliest; each step leaves nothing that points at nothing."""

    def __init__(self, shipment: Shipment) -> None:
        self.shipment, self.home = shipment, shipment.workspace_id
        self.left = Left()
        self.parcels: Keys = set()
        self.touched: Keys = set()  # clients

    def entries(self) -> None:
        """What was said, with all that was read out of it."""
        rows = Entry.objects.within(self.home).filter(shipment_id=self.shipment.id)
        told = {
            key: (client, thread) for key, client, thread in rows.values_list("pk", "client_id", "thread_id")
        }
        going = set(told) - self._decided(told)
        spoken = rows.filter(letter__isnull=True).exclude(kind=Entry.Kind.MEETING)
        self.left.messages += len(going & set(spoken.values_list("pk", flat=True)))
        self._stay("entries", len(told) - len(going))
        self.touched = {told[key][0] for key in going} - {None}
        self.parcels |= _values(Attachment, self.home, going, by="entry_id", value="parcel_id")
        promises = _values(Promise, self.home, going, by="entry_id", value="pk")
        index.drop(SaidLine, self.home, [*promises, *going])
        for key in ("last_entry", "waiting_entry"):
            for some in portions(going):
                Pulse.objects.within(self.home).filter(**{f"{key}_id__in": some}).update(**{key: None})
        for model in (Finding, Sign, Attachment, Promise):
            self._delete(model, going, by="entry_id")
        self._delete(Entry, going)
        self._threads({told[key][1] for key in going} - {None})

    def _decided(self, entries: Iterable[uuid.UUID]) -> Keys:
        """Entries on which somebody has decided something since."""
        decided = self._tied(entries)
        for model, untouched in (
            (Finding, Q(state=Finding.State.PROPOSED)),
            (Promise, Q(state=Promise.State.PROPOSED, shipment_id=self.shipment.id)),
            (Sign, Q(closed_at__isnull=True)),
        ):
            for some in portions(entries):
                rows = model.objects.within(self.home).filter(entry_id__in=some).exclude(untouched)
                decided.update(rows.values_list("entry_id", flat=True))
        return decided

    def _tied(self, entries: Iterable[uuid.UUID]) -> Keys:
        """Entries that tell, or also tell, a letter which did not come with this import."""
        tied: Keys = set()
        for some in portions(entries):
            told = Entry.objects.within(self.home).filter(pk__in=some, letter__isnull=False)
            others = Letter.objects.within(self.home).exclude(shipment_id=self.shipment.id)
            also = others.filter(same_as_id__in=told.values("letter_id")).values("same_as_id")
            another = ~Q(letter__shipment_id=self.shipment.id)
            tied.update(told.filter(Q(letter_id__in=also) | another).values_list("pk", flat=True))
        return tied

    def _threads(self, threads: Keys) -> None:
        empty = threads - pointed_at(Thread, self.home, threads, but=["Strand"])
        self._delete(Strand, empty, by="thread_id")
        self._delete(Thread, empty)

    def letters(self) -> None:
        """Letters without an entry, refusals, and the bytes that nothing needs any more."""
        rows = Letter.objects.within(self.home).filter(shipment_id=self.shipment.id)
        told = dict(rows.values_list("pk", "parcel_id"))
        going = set(told) - pointed_at(Letter, self.home, told, but=["Copy", "Letter.same_as"])
        copies.wait_again(self.home, going)  # what also lies in a mailbox comes from there
        refused = Refusal.objects.within(self.home).filter(shipment_id=self.shipment.id)
        self.parcels |= {told[key] for key in going} | set(refused.values_list("parcel_id", flat=True))
        self._delete(Letter, going)
        self.left.messages += len(going)
        refused.delete()
        self.parcels -= {None}
        self._delete(Parcel, self.parcels - pointed_at(Parcel, self.home, self.parcels))

    def people(self) -> None:
        """Whom nobody had met before; a better address for somebody known goes too."""
        mine = Person.objects.within(self.home).filter(origin=self.shipment.id)
        told = Detail.objects.within(self.home).filter(
            person__origin=self.shipment.id, at=F("person__created_at")
        )
        memos = set(told.values_list("pk", flat=True))
        people = dict(mine.values_list("pk", "client_id"))
        held = self._held_people(people, memos)
        going = set(people) - held
        self._stay("people", len(held))
        self._delete(Detail, memos & _values(Detail, self.home, going, by="person_id", value="pk"))
        self._delete(KeyDate, going, by="person_id")
        self._delete(Address, going, by="person_id")
        self._delete(Person, going)
        self.left.people += len(going)
        index.drop(WhoLine, self.home, list(going))
        hints.drop(self.home, going)
        self._unlearn(held)

    def _held_people(self, people: Mapping[uuid.UUID, uuid.UUID | None], memos: Keys) -> Keys:
        """People with something of their own: what was said since, a client that was confirmed, a sentence by hand."""
        held = pointed_at(Person, self.home, people, but=["Address", "KeyDate", "Detail"])
        for model, ours in ((KeyDate, Q(origin=self.shipment.id)), (Detail, Q(pk__in=memos))):
            for some in portions(people):
                rows = model.objects.within(self.home).filter(person_id__in=some)
                held |= set(rows.exclude(ours).values_list("person_id", flat=True))
        clients = {client for client in people.values() if client}
        confirmed = self._confirmed(clients)
        return held | {person for person, client in people.items() if client in confirmed}

    def _confirmed(self, clients: Keys) -> Keys:
        """Clients that this import proposed and a person has decided on."""
        found: Keys = set()
        for some in portions(clients):
            rows = Client.objects.within(self.home).filter(pk__in=some, origin=self.shipment.id)
            found.update(rows.exclude(standing=Client.Standing.PROPOSED).values_list("pk", flat=True))
        return found

    def _unlearn(self, held: Keys) -> None:
        """Addresses and days that this import added to people who had been met before it."""
        for model in (Address, KeyDate):
            rows = model.objects.within(self.home).filter(origin=self.shipment.id)
            people = dict(rows.values_list("pk", "person_id"))
            going = {key for key, person in people.items() if person not in held}
            self._delete(model, going)
            lines.refresh_lines(self.home, person_ids=list({people[key] for key in going} - {None}))

    def clients(self) -> None:
        """Proposed clients of whom nothing is left."""
        mine = Client.objects.within(self.home).filter(origin=self.shipment.id)
        told = dict(mine.values_list("pk", "standing"))
        open_ = {key for key, standing in told.items() if standing == Client.Standing.PROPOSED}
        going = open_ - pointed_at(Client, self.home, open_, but=["Pulse", "Thread"])
        self._stay("clients", len(told) - len(going))
        self._delete(Pulse, going, by="client_id")
        for some in portions(going):
            Thread.objects.within(self.home).filter(client_id__in=some).update(client=None)
        self._delete(Client, going)
        self.left.clients += len(going)
        index.drop(WhoLine, self.home, list(going))
        self.touched -= going

    def feel(self, at: datetime) -> None:
        """The clients who were heard less of now."""
        pulse.feel(self.home, self.touched, at)

    def _delete(self, model: type[Belonging], keys: Iterable[uuid.UUID], *, by: str = "pk") -> None:
        self.left.gone += delete(model, self.home, keys, by=by)

    def _stay(self, what: str, count: int) -> None:
        if count:
            self.left.stays[what] = count


def _values(
    model: type[Belonging], home: uuid.UUID, keys: Iterable[uuid.UUID], *, by: str, value: str
) -> Keys:
    found: Keys = set()
    for some in portions(keys):
        found.update(model.objects.within(home).filter(**{f"{by}__in": some}).values_list(value, flat=True))
    return found - {None}  # type: ignore[arg-type]  # a key that points at nothing
