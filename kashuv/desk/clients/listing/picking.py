"""The questions behind the list: two statements for any filter and any order, each along an index."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from kashuv.desk.clients.listing.asked import Asked
from kashuv.desk.layout.sight import Sight
from kashuv.desk.search.gate import hidden_from
from kashuv.foundation import clock
from kashuv.foundation.prepared import prepared
from kashuv.foundation.search import finding
from kashuv.rooms.care import silence
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.clients.models import Client
from kashuv.rooms.team.models import Member

PAGE = 50


class Named(NamedTuple):
    """Of a client what a row says."""

    id: uuid.UUID
    name: str
    folded: str
    owner_id: uuid.UUID | None
    standing: str
    frame: str
    cadence_days: int | None


class Felt(NamedTuple):
    """Of a pulse what a row says."""

    client_id: uuid.UUID
    last_at: datetime | None
    waiting_since: datetime | None
    uneasy_at: datetime | None
    last_in_at: datetime | None
    rhythm_days: float | None


UNFELT = Felt(uuid.UUID(int=0), *[None] * (len(Felt._fields) - 1))


@dataclass(frozen=True, slots=True)
class Picked:
    """The clients of one page with their pulses, and the query of the next page if there is one."""

    rows: tuple[tuple[Named, Felt], ...]
    onward: str = ""


def pick(member: Member, asked: Asked, now: datetime) -> Picked:
    """The page that was asked for, of what this member may see."""
    if asked.words:
        return _by_words(member, asked.words)
    if asked.sort == "name":
        return _by_name(member, asked, now)
    return _by_pulse(member, asked, now)


def _by_words(member: Member, words: str) -> Picked:
    """The best matches first, whatever their standing."""
    found = finding.who(member.workspace_id, words, limit=PAGE, hidden=hidden_from(member))
    keys = dict.fromkeys(one.client_id for one in found if one.client_id)
    known = {client.id: client for client in _named(Client.objects.seen_by(member).filter(id__in=list(keys)))}
    return Picked(_joined([known[key] for key in keys if key in known], member))


def _by_name(member: Member, asked: Asked, now: datetime) -> Picked:
    clients = _clients if asked.after else _first_clients
    sight = Sight.of(member)
    found = [Named(*row) for row in clients(sight, asked, now, _midnight(member, now))]
    onward = asked.onward(found[PAGE - 1].folded, found[PAGE - 1].id) if len(found) > PAGE else ""
    return Picked(_joined(found[:PAGE], member), onward)


def _midnight(member: Member, now: datetime) -> datetime:
    zone = member.workspace.zone
    return clock.day_bounds(clock.local(now, zone).date(), zone)[0]


def _clients(sight: Sight, asked: Asked, now: datetime, midnight: datetime) -> QuerySet[Any]:
    clients = _asked_for(Client.objects.seen_by(sight), asked)
    if asked.state:
        felt = _in_state(Pulse.objects.within(sight.workspace_id), asked.state, now, midnight)
        clients = clients.filter(id__in=felt.values("client_id"))
    if asked.after:
        value, key = asked.after
        clients = clients.filter(folded__gte=value).filter(Q(folded__gt=value) | Q(id__gt=key))
    return clients.order_by("folded", "id").values_list(*Named._fields)[: PAGE + 1]


_first_clients = prepared(_clients)  # a further page begins at somebody's name, and no two are alike


def _by_pulse(member: Member, asked: Asked, now: datetime) -> Picked:
    """By the last contact, newest first, or by how long they wait, longest first; without the moment, no row."""
    pulses = _pulses if asked.after else _first_pulses
    rows = pulses(Sight.of(member), asked, now, _midnight(member, now))
    found = [(Named(*row[len(Felt._fields) :]), Felt(*row[: len(Felt._fields)])) for row in rows]
    return Picked(tuple(found[:PAGE]), _onward(asked, _order(asked)[0], found))


def _pulses(sight: Sight, asked: Asked, now: datetime, midnight: datetime) -> QuerySet[Any]:
    column, newest_first = _order(asked)
    clients = _asked_for(Client.objects.seen_by(sight), asked).filter(pk=OuterRef("client_id"))
    pulses = Pulse.objects.within(sight.workspace_id).filter(Exists(clients), **{f"{column}__isnull": False})
    if asked.state:
        pulses = _in_state(pulses, asked.state, now, midnight)
    pulses = _beyond(pulses, column, newest_first, asked)
    order = (f"-{column}", "-client_id") if newest_first else (column, "client_id")
    told = (*Felt._fields, *(f"client__{name}" for name in Named._fields))
    return pulses.order_by(*order).values_list(*told)[: PAGE + 1]


_first_pulses = prepared(_pulses)


def _order(asked: Asked) -> tuple[str, bool]:
    """The moment by which they stand, and whether the newest comes first."""
    return ("waiting_since", False) if asked.sort == "waiting" else ("last_at", True)


def _onward(asked: Asked, column: str, found: list[tuple[Named, Felt]]) -> str:
    """The query of the next page; empty if this is the last."""
    if len(found) <= PAGE:
        return ""
    client, felt = found[PAGE - 1]
    return asked.onward(getattr(felt, column).isoformat(), client.id)


def _asked_for(clients: QuerySet[Client], asked: Asked) -> QuerySet[Client]:
    clients = clients.filter(standing=asked.standing)
    if asked.owner:
        clients = clients.filter(owner_id=asked.owner)
    return clients.filter(frame=asked.frame) if asked.frame else clients


def _in_state(pulses: QuerySet[Pulse], state: str, now: datetime, midnight: datetime) -> QuerySet[Pulse]:
    if state == "waiting":
        return pulses.filter(waiting_since__isnull=False)
    if state == "silent":
        return silence.silent(pulses.filter(waiting_since__isnull=True), now, midnight)
    return pulses.filter(last_at__isnull=True)


def _beyond(pulses: QuerySet[Pulse], column: str, newest_first: bool, asked: Asked) -> QuerySet[Pulse]:
    """Only what comes after the last row that was seen; an unreadable place begins anew."""
    moment = _moment(asked.after[0]) if asked.after else None
    if moment is None or asked.after is None:
        return pulses
    way, key = ("lt" if newest_first else "gt"), asked.after[1]
    beyond = Q(**{f"{column}__{way}": moment}) | Q(**{f"client_id__{way}": key})
    return pulses.filter(**{f"{column}__{way}e": moment}).filter(beyond)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _named(clients: QuerySet[Client]) -> Iterable[Named]:
    return (Named(*row) for row in clients.values_list(*Named._fields))


def _joined(clients: list[Named], member: Member) -> tuple[tuple[Named, Felt], ...]:
    keys = tuple(client.id for client in clients)
    felt = {row[0]: Felt(*row) for row in _felt(member.workspace_id, keys)}
    return tuple((client, felt.get(client.id, UNFELT)) for client in clients)


@prepared
def _felt(ws: uuid.UUID, clients: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    return Pulse.objects.within(ws).filter(client_id__among=clients).values_list(*Felt._fields)
