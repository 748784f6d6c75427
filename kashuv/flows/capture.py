"""Capture: a call, a meeting, a word in the corridor, taken down by hand; read like everything else, and undone."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db import transaction

from kashuv import language
from kashuv.flows import acquaintance, meaning
from kashuv.flows.unsaying import unsay
from kashuv.foundation import clock
from kashuv.foundation.journal import writing as journal
from kashuv.foundation.journal.event import Event
from kashuv.foundation.keys import uuid7
from kashuv.rooms.care import pulse
from kashuv.rooms.clients import register
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations import timeline
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member

Direction = Literal["in", "out"]
CAPTURED = "entry.captured"


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken down; `promise` is None if none was given, `newcomer` says that the client is new by it."""

    entry: Entry
    client: Client
    promise: Promise | None
    newcomer: bool = False


@transaction.atomic
def take_down(
    member: Member,
    *,
    client: Client | None = None,
    person: Person | None = None,
    name: str = "",
    kind: str,
    words: str,
    at: datetime,
    direction: Direction = "out",
    promise: str = "",
    side: ledger.Side = "ours",
    due: datetime | None = None,
) -> Taken:
    """With a client, a person, or a name that nobody has yet, which becomes a client of the member's."""
    newcomer = client is None and person is None
    client = client or _client_of(member, person, name, at)
    entry = _record(member, client, person, kind=kind, words=words or promise, direction=direction, at=at)
    captured = journal.line(
        member.workspace_id, CAPTURED, entry.id, at=at, by=member.id, client=client.id, newcomer=newcomer
    )
    journal.write(captured)
    given = None
    if promise:
        given = ledger.note(
            client, promise, side=side, due_at=due, by=member, at=at, entry=entry, person=person
        )
    pulse.feel(member.workspace_id, {client.id}, at)
    return Taken(entry, client, given, newcomer)


def _client_of(member: Member, person: Person | None, name: str, at: datetime) -> Client:
    """The person's client; a stranger, or a new name, becomes one, and what was said with a stranger is his."""
    if person is not None and person.client is not None:
        return person.client
    client = register.admit(member.workspace, person.name if person else name, owner=member, by=member, at=at)
    if person is not None:
        acquaintance.assign(person, client, by=member, at=at)
    return client


def _record(
    member: Member,
    client: Client,
    person: Person | None,
    *,
    kind: str,
    words: str,
    direction: Direction,
    at: datetime,
) -> Entry:
    """The entry, and what its words mean as seen at that moment in the member's zone."""
    reading = language.read(words, reference=clock.local(at, member.workspace.zone), direction=direction)
    said = timeline.Said(
        identity=f"hand:{uuid7().hex}",
        kind=kind,
        direction=direction,
        at=at,
        reading=reading,
        client_id=client.id,
        person_id=person.id if person else None,
        member_id=member.id,
    )
    [entry] = timeline.record(member.workspace_id, [said])
    meaning.weigh(member.workspace, [(entry, reading)])
    return entry


@transaction.atomic
def take_back(entry: Entry, *, by: Member, at: datetime) -> None:
    """Undoes a capture: the entry goes, and with it everything that rests on it alone."""
    home = entry.workspace_id
    unsay(entry)
    journal.write(journal.line(home, "entry.taken_back", entry.id, at=at, by=by.id, client=entry.client_id))
    if entry.client_id is not None:
        _send_off(entry, entry.client_id, by=by, at=at)
        pulse.feel(home, {entry.client_id}, at)


def _send_off(entry: Entry, client_id: uuid.UUID, *, by: Member, at: datetime) -> None:
    """A client who came into being by this capture alone is none after all."""
    home = entry.workspace_id
    came = Event.objects.within(home).filter(noun_id=entry.id, verb=CAPTURED, detail__newcomer=True)
    if came.exists() and not Entry.objects.within(home).filter(client_id=client_id).exists():
        client = Client.objects.within(home).get(pk=client_id)
        register.update(client, by=by, at=at, standing=Client.Standing.DECLINED)
