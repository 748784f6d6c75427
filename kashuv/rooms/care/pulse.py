"""The pulse: felt for one client on every write, and for all by the same walk; only what changed is written."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import UTC, datetime, time
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db import connection, transaction
from django.db.models import Case, F, Q, QuerySet, When
from django.db.models.functions import Length

from kashuv.rooms.care.models import Pulse
from kashuv.rooms.care.rules.tie import Felt, Walk
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.post.models import Letter

BRIEF = 80  # characters; longer words are never a mere closing
BATCH = 500
FELT = [
    {"last_entry": "last_entry_id", "waiting_entry": "waiting_entry_id"}.get(f.name, f.name)
    for f in fields(Felt)
]
MOMENTS = [n for n, name in enumerate(FELT) if name.endswith(("_at", "_since"))]
Row = tuple[Any, ...]


@transaction.atomic
def feel(workspace_id: uuid.UUID, client_ids: Iterable[uuid.UUID], at: datetime) -> int:
    """Feels these clients anew as of `at`; gives the number of pulses that changed."""
    ids = sorted(set(client_ids))
    changed = 0
    for start in range(0, len(ids), BATCH):
        changed += _feel(workspace_id, at, Q(client_id__in=ids[start : start + BATCH]))
    return changed


@transaction.atomic
def feel_all(workspace_id: uuid.UUID, at: datetime) -> int:
    """Feels every client of the workspace."""
    return _feel(workspace_id, at, Q(client_id__isnull=False))


def _feel(workspace_id: uuid.UUID, at: datetime, whom: Q) -> int:
    felt = _walk_all(workspace_id, at, whom)
    changed = _differing(felt, _standing(workspace_id, whom))
    _write(workspace_id, changed)
    return len(changed)


def _walk_all(workspace_id: uuid.UUID, at: datetime, whom: Q) -> dict[Any, Felt]:
    """What each client's walk has felt, under the database's own spelling of his key."""
    wishes = _wishes(workspace_id, whom)
    machines = _machines(workspace_id, whom)
    felt = {}
    for client, said in groupby(_said(workspace_id, whom), key=itemgetter(0)):
        cadence, known_since = wishes.pop(client, (None, None))
        felt[client] = _walk(said, at, machines).felt(cadence=cadence, known_since=known_since)
    silent = {
        client: Walk().felt(cadence=cadence, known_since=since) for client, (cadence, since) in wishes.items()
    }
    return felt | silent


def _walk(said: Iterator[Row], at: datetime, machines: set[Any]) -> Walk:
    walk = Walk()
    for _, when, entry, direction, kind, asks, brief, person, nature in said:
        when = _moment(when)
        if nature not in (None, Letter.Nature.PERSON) or person in machines:
            walk.entries += 1
        elif when > at:
            walk.expect(when)
        else:
            walk.hear(when, direction, kind, asks, brief, entry)
    return walk


def _said(workspace_id: uuid.UUID, whom: Q) -> Iterator[Row]:
    """Every entry, client by client and oldest first, in the order in which the index holds them."""
    short = Case(When(Q(Q(direction="in") | Q(kind="call"), asks=False, size__lte=BRIEF), then=F("text")))
    return _raw(
        Entry.objects.within(workspace_id)
        .filter(whom)
        .annotate(size=Length("text"), brief=short)
        .order_by("-client_id", "at", "id")
        .values_list(
            "client_id", "at", "id", "direction", "kind", "asks", "brief", "person_id", "letter__nature"
        )
    )


def _wishes(workspace_id: uuid.UUID, whom: Q) -> dict[Any, tuple[int | None, datetime]]:
    """Of each client the cadence that he asked for, if he did, and since when he is one."""
    clients = Client.objects.within(workspace_id).filter(_as_client(whom))
    rows = _raw(clients.values_list("id", "cadence_days", "since", "created_at"))
    return {client: (cadence, _since(since, made)) for client, cadence, since, made in rows}


def _as_client(whom: Q) -> Q:
    """The same choice, asked of clients instead of what points at them."""
    return Q(*[(name.replace("client_id", "id"), value) for name, value in whom.children])


def _since(since: Any, made: Any) -> datetime:
    if since is None:
        return _moment(made)
    return datetime.combine(since, time(), UTC)


def _machines(workspace_id: uuid.UUID, whom: Q) -> set[Any]:
    """Who among the clients' people is no human being: what they send is no contact."""
    natures = (Person.Nature.NEWSLETTER, Person.Nature.AUTOMATIC)
    people = Person.objects.within(workspace_id).filter(whom, nature__in=natures)
    return {row[0] for row in _raw(people.values_list("id"))}


def _standing(workspace_id: uuid.UUID, whom: Q) -> dict[Any, Row]:
    rows = _raw(Pulse.objects.within(workspace_id).filter(whom).values_list("client_id", *FELT))
    return {row[0]: row[1:] for row in rows}


def _differing(felt: dict[Any, Felt], standing: dict[Any, Row]) -> list[tuple[Any, Row]]:
    """The new rows of those whose pulse is not what is written already."""
    new = ((client, _flat(pulse)) for client, pulse in felt.items())
    return [(client, row) for client, row in new if _timed(standing.get(client)) != row]


def _flat(pulse: Felt) -> Row:
    return tuple(getattr(pulse, f) for f in Felt.__dataclass_fields__)


def _timed(row: Row | None) -> Row | None:
    """A row as the database holds it, its moments made comparable."""
    if row is None:
        return None
    values = list(row)
    for n in MOMENTS:
        values[n] = values[n] and _moment(values[n])
    return tuple(values)


def _write(workspace_id: uuid.UUID, rows: Sequence[tuple[Any, Row]]) -> None:
    pulses = [
        Pulse(workspace_id=workspace_id, client_id=_key(client), **dict(zip(FELT, row, strict=True)))
        for client, row in rows
    ]
    Pulse.objects.bulk_create(
        pulses,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["workspace_id", "client_id"],
        update_fields=FELT,
    )


def _raw(asked: QuerySet[Any]) -> Iterator[Row]:
    """The rows as the driver gives them: turning 200,000 keys and moments into objects costs more than the walk."""
    sql, params = asked.query.get_compiler(connection=connection).as_sql()
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, params)
        while rows := cursor.fetchmany(5000):
            yield from rows


def _moment(value: datetime) -> datetime:
    """SQLite's driver gives UTC without saying so."""
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def _key(value: Any) -> uuid.UUID:
    return value if isinstance(value, uuid.UUID) else uuid.UUID(value)
