"""The pulse: felt for one client on every write, and for all by the same walk; only what changed is written."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import UTC, datetime, time
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from django.db import transaction
from django.db.models import Case, F, Q, QuerySet, When
from django.db.models.functions import Length

from kashuv.foundation.portions import portions
from kashuv.rooms.care import bulk
from kashuv.rooms.care.bulk import Row, Seconds
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.care.rules.tie import Felt, Walk
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations.models import Entry

BRIEF = 80  # characters; longer words are never a mere closing
BATCH = 500
FELT = tuple(field.name for field in fields(Felt))
MOMENTS = frozenset(name for name in FELT if name.endswith(("_at", "_since")))
flat = attrgetter(*FELT)
Whom = Sequence[uuid.UUID] | None  # these clients, or (None) all


@transaction.atomic
def feel(workspace_id: uuid.UUID, client_ids: Iterable[uuid.UUID], at: datetime) -> int:
    """Feels these clients anew as of `at`; gives the number of pulses that changed."""
    return sum(_feel(workspace_id, at, some) for some in portions(sorted(set(client_ids)), BATCH))


@transaction.atomic
def feel_all(workspace_id: uuid.UUID, at: datetime) -> int:
    """Feels every client of the workspace."""
    return _feel(workspace_id, at, None)


def _feel(workspace_id: uuid.UUID, at: datetime, whom: Whom) -> int:
    felt = _walk_all(workspace_id, at, whom)
    standing = {row[0]: row[1:] for row in _standing(workspace_id, whom)}
    new = ((client, flat(pulse)) for client, pulse in felt.items())
    changed = [(client, *row) for client, row in new if standing.get(client) != row]
    bulk.write(workspace_id, FELT, MOMENTS, changed)
    return len(changed)


def _among(key: str, whom: Whom) -> Q:
    return Q(**{f"{key}__isnull": False}) if whom is None else Q(**{f"{key}__in": whom})


def _walk_all(workspace_id: uuid.UUID, at: datetime, whom: Whom) -> dict[Any, Felt]:
    """What each client's walk has felt, under the database's own spelling of his key."""
    wishes = {client: (cadence, since) for client, cadence, since in _wishes(workspace_id, whom)}
    machines = {row[0] for row in _machines(workspace_id, whom)}
    now, felt = int(at.timestamp()), {}
    for client, said in groupby(_said(workspace_id, whom), key=itemgetter(0)):
        cadence, known_since = wishes.pop(client, (None, None))
        felt[client] = _walk(said, now, machines).felt(now=now, cadence=cadence, known_since=known_since)
    silent = {
        client: Walk().felt(cadence=cadence, known_since=since) for client, (cadence, since) in wishes.items()
    }
    return felt | silent


def _walk(said: Iterator[Row], now: int, machines: set[Any]) -> Walk:
    walk = Walk()
    for _, when, entry, direction, kind, asks, brief, person in said:
        if person in machines:
            walk.entries += 1
        elif when > now:
            walk.expect(when)
        else:
            walk.hear(when, direction, kind, asks, brief, entry)
    return walk


def _said(workspace_id: uuid.UUID, whom: Whom) -> Iterator[Row]:
    """Every entry, client by client and oldest first, in the order in which the index holds them."""
    said = (
        Entry.objects.within(workspace_id)
        .filter(_among("client_id", whom))
        .order_by("-client_id", "at", "id")
    )
    heard = Q(direction="in") | Q(kind="call")
    short = Case(When(Q(heard, asks=False, size__lte=BRIEF), then=F("text")))
    return bulk.raw(
        said.alias(size=Length("text")).values_list(
            "client_id", Seconds("at"), "id", "direction", "kind", "asks", short, "person_id"
        )
    )


def _wishes(workspace_id: uuid.UUID, whom: Whom) -> Iterator[Row]:
    """Of each client the cadence that he asked for, if he did, and since when he is one, in seconds."""
    clients = Client.objects.within(workspace_id).filter(_among("id", whom))
    rows: QuerySet[Any] = clients.values_list("id", "cadence_days", "since", Seconds("created_at"))
    for client, cadence, since, made in bulk.raw(rows):
        yield client, cadence, int(datetime.combine(since, time(), UTC).timestamp()) if since else made


def _machines(workspace_id: uuid.UUID, whom: Whom) -> Iterator[Row]:
    """Who among the clients' people is no human being: what they send is no contact."""
    natures = (Person.Nature.NEWSLETTER, Person.Nature.AUTOMATIC)
    people = Person.objects.within(workspace_id).filter(_among("client_id", whom), nature__in=natures)
    return bulk.raw(people.values_list("id"))


def _standing(workspace_id: uuid.UUID, whom: Whom) -> Iterator[Row]:
    """What is written now, in the order of a felt one."""
    keys = {"last_entry": "last_entry_id", "waiting_entry": "waiting_entry_id"}
    columns = [Seconds(name) if name in MOMENTS else keys.get(name, name) for name in FELT]
    return bulk.raw(
        Pulse.objects.within(workspace_id)
        .filter(_among("client_id", whom))
        .values_list("client_id", *columns)
    )
