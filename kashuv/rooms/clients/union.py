"""Union: two people who are one become one, with the reason; a wrong union is parted again exactly.

What was said with them is moved by the floor above (flows.acquaintance), which also tells here what it moved.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from kashuv.foundation.journal import writing as journal
from kashuv.foundation.portions import portions
from kashuv.rooms.clients import hints
from kashuv.rooms.clients.lines import refresh_lines
from kashuv.rooms.clients.models import Address, Detail, KeyDate, Manner, Merging, Person
from kashuv.rooms.clients.rules import sameness
from kashuv.rooms.clients.rules.sameness import Face
from kashuv.rooms.team.models import Member, Workspace

MOST = 100
HIS = (KeyDate, Detail, Manner)


class Entwined(Exception):
    """The two are one already: the same, or joined a moment ago by somebody else."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who may be one, and why; `kept` is the one of whom we know more."""

    kept: Person
    gone: Person
    because: tuple[dict[str, Any], ...]


def suggest(workspace: Workspace, limit: int = MOST) -> list[Pair]:
    """Who may be the same person, best founded first; what somebody has decided is not asked again."""
    marks, faces = hints.shared(workspace.id)
    found = sameness.pairs(faces, decided=_decided(workspace.id, faces), of=marks)[:limit]
    people = (
        Person.objects.within(workspace.id)
        .select_related("client")
        .in_bulk([key for pair in found for key in (pair.kept, pair.gone)])
    )
    return [Pair(people[pair.kept], people[pair.gone], pair.because) for pair in found]


def _decided(workspace_id: uuid.UUID, faces: Sequence[Face]) -> set[frozenset[uuid.UUID]]:
    told: set[frozenset[uuid.UUID]] = set()
    for some in portions(face.key for face in faces):
        rows = Merging.objects.within(workspace_id).filter(kept_id__in=some)
        told.update(frozenset(pair) for pair in rows.values_list("kept_id", "gone_id"))
    return told


@transaction.atomic
def merge(
    kept: Person, gone: Person, because: Sequence[dict[str, Any]], *, by: Member | None, at: datetime
) -> Merging:
    """Makes `gone` a part of `kept`: his addresses and what is remembered of him go over. Raises Entwined."""
    _bind(kept, gone)
    moved: dict[str, Any] = {
        "addresses": _move(Address, gone, kept),
        **{noun.__name__.lower(): _move(noun, gone, kept) for noun in HIS},
        "client": str(gone.client_id) if gone.client_id else None,
        "kept_client": str(kept.client_id) if kept.client_id else None,
    }
    kept.client_id = kept.client_id or gone.client_id
    kept.save(update_fields=["client"])
    merging = Merging.objects.create(
        workspace_id=kept.workspace_id, kept=kept, gone=gone, because=list(because), moved=moved, by=by, at=at
    )
    _tell(merging, "person.merged", by, at)
    return merging


def _bind(kept: Person, gone: Person) -> None:
    """Only who stands alone is joined, and to another who does: a second press may not move what is not his."""
    alone = Person.objects.within(gone.workspace_id).filter(merged_into__isnull=True)
    other = kept.pk != gone.pk and alone.filter(pk=kept.pk).exists()
    if not other or not alone.filter(pk=gone.pk).update(merged_into=kept):
        raise Entwined(f"{kept.name}, {gone.name}")
    gone.merged_into = kept


def _move(noun: Any, gone: Person, kept: Person) -> list[str]:
    his = noun.objects.within(gone.workspace_id).filter(person_id=gone.id)
    keys = [str(key) for key in his.values_list("id", flat=True)]
    his.update(person_id=kept.id)
    return keys


def tell_moved(merging: Merging, **moved: Sequence[uuid.UUID]) -> None:
    """Adds to the memory of a merging what the floors above have moved with it."""
    merging.moved |= {name: [str(key) for key in keys] for name, keys in moved.items()}
    merging.save(update_fields=["moved"])


@transaction.atomic
def part(merging: Merging, *, by: Member | None, at: datetime) -> bool:
    """Undoes a merging: each has again what it took from him, and keeps what he was given since. False if done before."""
    open_ = Merging.objects.within(merging.workspace_id).filter(pk=merging.pk, undone_at__isnull=True)
    if not open_.update(undone_at=at):
        return False
    merging.undone_at = at
    gone, moved, holders = merging.gone, merging.moved, holding(merging)
    for name, noun in (("addresses", Address), *((noun.__name__.lower(), noun) for noun in HIS)):
        still = noun.objects.within(gone.workspace_id).filter(pk__in=moved[name], person_id__in=holders)
        still.update(person_id=gone.id)
    _take_back_client(merging)
    gone.merged_into = None
    gone.save(update_fields=["merged_into"])
    _tell(merging, "person.parted", by, at)
    return True


def holding(merging: Merging) -> list[uuid.UUID]:
    """Who holds by now what was moved: he who was kept, and whoever he has become a part of since."""
    holders, people = [merging.kept_id], Person.objects.within(merging.workspace_id)
    while (
        into := people.filter(pk=holders[-1]).values_list("merged_into_id", flat=True).first()
    ) is not None:
        holders.append(into)
    return holders


def _take_back_client(merging: Merging) -> None:
    """The client who came with the merging goes with it; one who was given since stays."""
    came = merging.moved["client"] if not merging.moved["kept_client"] else None
    if came:
        kept = Person.objects.within(merging.workspace_id).filter(pk=merging.kept_id, client_id=came)
        kept.update(client_id=None)


@transaction.atomic
def refuse(kept: Person, gone: Person, *, by: Member | None, at: datetime) -> Merging:
    """These are two; they are not suggested again."""
    merging = Merging.objects.create(
        workspace_id=kept.workspace_id, kept=kept, gone=gone, by=by, at=at, undone_at=at
    )
    _tell(merging, "person.kept_apart", by, at)
    return merging


def _tell(merging: Merging, verb: str, by: Member | None, at: datetime) -> None:
    refresh_lines(merging.workspace_id, person_ids=[merging.kept_id, merging.gone_id])
    journal.write(
        journal.line(
            merging.workspace_id,
            verb,
            merging.kept_id,
            at=at,
            by=by.id if by else None,
            other=str(merging.gone_id),
        )
    )
