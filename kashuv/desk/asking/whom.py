"""Whom a few letters may mean: clients and people whom the member may see, nearest first."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from kashuv.desk.search.gate import hidden_from
from kashuv.foundation.search import finding
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.team.models import Member

BESIDE = 3  # people without a client who are offered however many clients are


@dataclass(frozen=True, slots=True)
class Whom:
    """A client, or a person with his client if he has one; `name` alone for somebody not known yet."""

    name: str
    client: Client | None = None
    person: Person | None = None

    @property
    def key(self) -> str:
        """What the form's hidden field carries; `by_key` reads it."""
        if self.person is not None:
            return f"person:{self.person.pk}"
        return f"client:{self.client.pk}" if self.client is not None else ""

    @property
    def of(self) -> str:
        """The client's name beside a person's, unless it is the same."""
        if self.person is None or self.client is None or self.client.name == self.name:
            return ""
        return self.client.name


def whom(member: Member, text: str, limit: int = 8) -> list[Whom]:
    """The nearest, and after clients and their people a few who belong to none; the same few questions to the database
    however many are found."""
    if not text.strip():
        return []
    found = finding.who(member.workspace_id, text, limit, hidden=hidden_from(member))
    clients = _clients(member, [one.ref for one in found if one.kind == "client"])
    people = _people(member, [one.ref for one in found if one.kind == "person"])
    known = {**clients, **people}
    nearest = [known[one.ref] for one in found if one.ref in known]
    served = [one for one in nearest if one.client is not None]
    alone = [one for one in nearest if one.client is None]
    return [*served, *alone[: max(limit - len(served), BESIDE)]]


def by_key(member: Member, key: str) -> Whom | None:
    """The one whom the hidden field names, if the member may see him."""
    kind, _, ref = key.partition(":")
    try:
        refs = [uuid.UUID(ref)]
    except ValueError:
        return None
    found = _people(member, refs) if kind == "person" else _clients(member, refs)
    return next(iter(found.values()), None)


def _clients(member: Member, refs: Sequence[uuid.UUID]) -> dict[uuid.UUID, Whom]:
    if not refs:
        return {}
    served = Client.objects.seen_by(member).filter(id__in=refs)
    return {client.pk: Whom(client.name, client) for client in served}


def _people(member: Member, refs: Sequence[uuid.UUID]) -> dict[uuid.UUID, Whom]:
    if not refs:
        return {}
    people = Person.objects.seen_by(member).filter(id__in=refs).select_related("client")
    return {person.pk: Whom(person.name, person.client, person) for person in people}
