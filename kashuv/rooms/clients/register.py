"""The register: who our clients are and who stands behind each; admits, changes, assigns, remembers."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Subquery

from kashuv.foundation.folding import fold
from kashuv.foundation.journal import writing as journal
from kashuv.foundation.portions import portions
from kashuv.rooms.clients.learning import learn
from kashuv.rooms.clients.lines import refresh_lines, write_clients
from kashuv.rooms.clients.meeting import meet
from kashuv.rooms.clients.memory import remember, state_manner
from kashuv.rooms.clients.models import Address, Client, Detail, KeyDate, Person
from kashuv.rooms.clients.rules.contact import Contact
from kashuv.rooms.team.models import Member, Workspace

__all__ = [
    "admit", "assign", "assign_all", "learn", "meet", "our_addresses", "own", "refresh_lines", "remember", "rename",
    "state_manner", "update",
]  # fmt: skip


@transaction.atomic
def admit(
    workspace: Workspace, name: str, *, owner: Member | None, by: Member | None, at: datetime, **fields: Any
) -> Client:
    """Takes a new client in."""
    fields.setdefault("language", workspace.language)
    client = Client.objects.create(
        workspace_id=workspace.id,
        name=name[:200],
        folded=fold(name)[:200],
        owner=owner,
        created_at=at,
        **fields,
    )
    write_clients([client])
    _tell(client, "client.admitted", by, at)
    return client


@transaction.atomic
def update(client: Client, *, by: Member | None, at: datetime, **fields: Any) -> Client:
    """Changes what we know of a client; a new name also changes how he is found."""
    for name, value in fields.items():
        setattr(client, name, value)
    client.folded = fold(client.name)[:200]
    client.save(update_fields=[*fields, "folded"])
    write_clients([client])
    _tell(client, "client.updated", by, at, fields=sorted(fields))
    return client


def rename(client: Client, name: str, *, by: Member | None, at: datetime) -> Client:
    """Gives a client another name."""
    return update(client, by=by, at=at, name=name[:200])


def assign(person: Person, client: Client | None, *, by: Member | None, at: datetime) -> None:
    """Says whose person he is; to move also what was said with him, call flows.acquaintance.assign."""
    assign_all(person.workspace_id, {person.id: client.id if client else None}, by=by, at=at)
    person.client_id = client.id if client else None


@transaction.atomic
def assign_all(
    workspace_id: uuid.UUID, places: Mapping[uuid.UUID, uuid.UUID | None], *, by: Member | None, at: datetime
) -> None:
    """Puts people with clients (or with none), and what is remembered of each beside him."""
    people = list(places)
    for some in portions(people):
        _place(workspace_id, some, places)
    refresh_lines(workspace_id, person_ids=people)
    journal.write_all(
        journal.line(workspace_id, "person.assigned", person, at=at, by=by.id if by else None, client=client)
        for person, client in places.items()
    )


def _place(
    workspace_id: uuid.UUID, people: list[uuid.UUID], places: Mapping[uuid.UUID, uuid.UUID | None]
) -> None:
    moved = [Person(id=key, workspace_id=workspace_id, client_id=places[key]) for key in people]
    Person.objects.within(workspace_id).bulk_update(moved, ["client"])
    whose = Person.objects.within(workspace_id).filter(pk=OuterRef("person_id")).values("client_id")
    for noun in (KeyDate, Detail):
        noun.objects.within(workspace_id).filter(person_id__in=people).update(client_id=Subquery(whose))


def our_addresses(workspace: Workspace) -> dict[str, uuid.UUID | None]:
    """Every mail address that is ours, with the member whom it belongs to, if one is known."""
    ours: dict[str, uuid.UUID | None] = dict.fromkeys(
        Address.objects.within(workspace.id)
        .filter(kind=Address.Kind.MAIL, person__nature=Person.Nature.OURSELVES)
        .values_list("normal", flat=True)
    )
    members = Member.objects.filter(workspace_id=workspace.id).values_list("email", "id")
    return ours | {email.lower(): member for email, member in members}


@transaction.atomic
def own(workspace: Workspace, mails: Iterable[str], *, at: datetime) -> None:
    """Remembers addresses as our own; whoever was met under one of them becomes one of us."""
    known = our_addresses(workspace)
    new = {mail.strip().lower() for mail in mails if "@" in mail} - set(known)
    if not new:
        return
    met = meet(workspace, [Contact("", (mail,)) for mail in sorted(new)], at=at)
    people = [person.id for person in met.values()]
    Person.objects.within(workspace.id).filter(pk__in=people).update(
        nature=Person.Nature.OURSELVES, client=None
    )
    refresh_lines(workspace.id, person_ids=people)


def _tell(client: Client, verb: str, by: Member | None, at: datetime, **detail: Any) -> None:
    journal.write(
        journal.line(
            client.workspace_id, verb, client.id, at=at, by=by.id if by else None, client=client.id, **detail
        )
    )
