"""Recognises what stands here already: by its key, by what is unique in a workspace; clients by name, people by addresses."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model, Q, UniqueConstraint

from kashuv.foundation.portions import portions
from kashuv.rooms.clients.models import Address, Client
from kashuv.transfer.arriving.house.opening import Row

Known = dict[uuid.UUID, uuid.UUID]  # the key that a row would get, and the key that it has


def by_their_keys(model: type[Model], workspace_id: uuid.UUID, rows: Iterable[Row]) -> set[uuid.UUID]:
    """Those that stand here under the very keys of the archive: it comes back to the house that it left."""
    held = model._default_manager.filter(workspace_id=workspace_id)
    keys = [uuid.UUID(row["id"]) for row in rows]
    return {key for some in portions(keys) for key in held.filter(pk__in=some).values_list("pk", flat=True)}


def by_what_is_unique(rows: Sequence[Any]) -> Known:
    """Those of these rows (of one noun, not yet written) that are here."""
    known = _by(rows, ("pk",))
    for constraint in type(rows[0])._meta.constraints if rows else ():
        if isinstance(constraint, UniqueConstraint) and constraint.condition is None:
            fields = tuple(name for name in constraint.fields if name not in ("workspace_id", "workspace"))
            known |= _by(rows, tuple(_attname(rows[0], name) for name in fields))
    return known


def _attname(row: Model, name: str) -> str:
    return row._meta.get_field(name).attname  # type: ignore[union-attr]  # all are fields of the row itself


def _by(rows: Sequence[Any], names: tuple[str, ...]) -> Known:
    marks = {_mark(row, names): row.pk for row in rows}
    telling = max(range(len(names)), key=lambda place: len({mark[place] for mark in marks}))
    held = type(rows[0])._default_manager.filter(workspace_id=rows[0].workspace_id)
    known: Known = {}
    for some in portions(mark[telling] for mark in marks):
        among = Q(**{f"{names[telling]}__in": [one for one in some if one is not None]})
        if None in some:
            among |= Q(**{f"{names[telling]}__isnull": True})
        for row in held.filter(among).only("workspace_id", *names):
            if (mark := _mark(row, names)) in marks:
                known[marks[mark]] = row.pk
    return known


def _mark(row: Any, names: Iterable[str]) -> tuple[Any, ...]:
    values = (getattr(row, name) for name in names)
    return tuple(bytes(value) if isinstance(value, memoryview) else value for value in values)


def clients(workspace_id: uuid.UUID, rows: Sequence[Row]) -> Mapping[str, uuid.UUID]:
    """The clients of the same name, by the archive's keys."""
    here: dict[str, uuid.UUID] = {}
    for some in portions(row["folded"] for row in rows):
        here |= dict(Client.objects.within(workspace_id).filter(folded__in=some).values_list("folded", "id"))
    return {row["id"]: here[row["folded"]] for row in rows if row["folded"] in here}


def people(workspace_id: uuid.UUID, addresses: Iterable[Row]) -> Mapping[str, uuid.UUID]:
    """The people who are reached under one of these addresses here, by the archive's keys."""
    told = {(row["kind"], row["normal"]): row["person_id"] for row in addresses}
    found: dict[str, uuid.UUID] = {}
    for some in portions(normal for _, normal in told):
        held = Address.objects.within(workspace_id).filter(normal__in=some)
        for kind, normal, person in held.values_list("kind", "normal", "person_id"):
            if (kind, normal) in told:
                found.setdefault(told[kind, normal], person)
    return found
