"""Acquaintance: we learn who somebody is, and what was said with him follows: to a client, to another name, and back."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from kashuv.flows import meaning
from kashuv.foundation.portions import portions
from kashuv.rooms.care import following as signs
from kashuv.rooms.care import pulse
from kashuv.rooms.clients import introductions, register, union
from kashuv.rooms.clients.models import Client, Merging, Person
from kashuv.rooms.clients.rules import ties
from kashuv.rooms.conversations import findings, timeline
from kashuv.rooms.promises import following as promises
from kashuv.rooms.team.models import Member, Workspace


@transaction.atomic
def propose(
    workspace: Workspace, at: datetime, origin: uuid.UUID | None = None, *, by: Member | None = None
) -> int:
    """Proposes clients out of everybody who turns to us and belongs to none yet; gives the number of new clients."""
    known = timeline.ties_with_strangers(workspace.id, at)
    circles = [
        (circle, ties.together(known[person.id] for person in circle.people if person.id in known))
        for circle in introductions.circles(workspace.id, register.our_addresses(workspace))
    ]
    latest = [tie.latest_in for _, tie in circles if tie.latest_in]
    proposed = introductions.propose(
        workspace,
        circles,
        signatures=timeline.signatures(workspace.id, latest),
        owner=by or _only_member(workspace),
        at=at,
        origin=origin,
    )
    settle(workspace.id, proposed.places, by=by, at=at)
    return len(proposed.clients)


def _only_member(workspace: Workspace) -> Member | None:
    members = list(Member.objects.filter(workspace_id=workspace.id, active=True)[:2])
    return members[0] if len(members) == 1 else None


@transaction.atomic
def settle(
    workspace_id: uuid.UUID, places: Mapping[uuid.UUID, uuid.UUID | None], *, by: Member | None, at: datetime
) -> None:
    """People go to clients, and what was said with them follows."""
    if places:
        left = _clients_of(workspace_id, list(places))
        register.assign_all(workspace_id, places, by=by, at=at)
        _follow(workspace_id, places)
        pulse.feel(workspace_id, {client for client in (*left, *places.values()) if client}, at)


def assign(person: Person, client: Client | None, *, by: Member | None, at: datetime) -> None:
    """Says whose person he is."""
    settle(person.workspace_id, {person.id: client.id if client else None}, by=by, at=at)
    person.client_id = client.id if client else None


def _clients_of(workspace_id: uuid.UUID, people: Sequence[uuid.UUID]) -> set[uuid.UUID]:
    clients: set[uuid.UUID] = set()
    for some in portions(people):
        rows = Person.objects.within(workspace_id).filter(pk__in=some, client__isnull=False)
        clients.update(rows.values_list("client_id", flat=True))
    return clients


def _follow(workspace_id: uuid.UUID, people: Iterable[uuid.UUID]) -> None:
    """Entries, promises and signs go where their people went; what waited for a client begins to count."""
    moved = timeline.settle(workspace_id, people)
    promises.follow(workspace_id, moved)
    signs.follow(workspace_id, moved)
    signs.withdraw(workspace_id, moved)
    findings.wait_again(meaning.unheard(promises.withdraw(workspace_id, moved)))
    meaning.count_late(workspace_id, moved)


@transaction.atomic
def merge(
    kept: Person, gone: Person, because: Sequence[dict[str, Any]], *, by: Member | None, at: datetime
) -> Merging:
    """Two people are one: addresses, entries and promises of `gone` are those of `kept` from now on."""
    merging = union.merge(kept, gone, because, by=by, at=at)
    union.tell_moved(
        merging,
        entries=timeline.hand_over(kept.workspace_id, gone.id, kept.id),
        promises=promises.hand_over(kept.workspace_id, gone.id, kept.id),
    )
    _settle_both(merging, at)
    return merging


@transaction.atomic
def part(merging: Merging, *, by: Member | None, at: datetime) -> bool:
    """Undoes a merging: each has again what it took from him, and keeps what he was given since. False if done before."""
    if not union.part(merging, by=by, at=at):
        return False
    moved, holders = merging.moved, union.holding(merging)
    timeline.hand_back(merging.workspace_id, moved["entries"], holders, merging.gone_id)
    promises.hand_back(merging.workspace_id, moved["promises"], holders, merging.gone_id)
    _settle_both(merging, at)
    return True


def _settle_both(merging: Merging, at: datetime) -> None:
    """What was said follows the two, and each client concerned is felt anew."""
    two = [*union.holding(merging), merging.gone_id]
    _follow(merging.workspace_id, two)
    told = {uuid.UUID(client) for name in ("client", "kept_client") if (client := merging.moved[name])}
    pulse.feel(merging.workspace_id, told | _clients_of(merging.workspace_id, two), at)
