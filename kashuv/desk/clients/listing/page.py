"""The list as a page: rows that are sentences, and the choices above them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kashuv.desk.clients.how import How, how
from kashuv.desk.clients.listing.asked import Asked
from kashuv.desk.clients.listing.picking import Picked, pick
from kashuv.desk.clients.words import FRAMES, STANDINGS
from kashuv.desk.layout.addresses import towards
from kashuv.desk.layout.seen import Seen
from kashuv.foundation.prepared import prepared
from kashuv.rooms.clients.models import Client
from kashuv.rooms.team.models import Member

STATES = {
    "waiting": _("Waiting for us"),
    "silent": _("A silence unlike them"),
    "unspoken": _("Nothing exchanged yet"),
}
SORTS = {"name": _("By name"), "last": _("By last contact"), "waiting": _("Longest waiting first")}


@dataclass(frozen=True, slots=True)
class Row:
    """One client: who, how we are, whose he is, and the frame if it is not the natural one."""

    url: str
    name: str
    how: How
    owner: str
    frame: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a filter."""

    value: str
    said: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ClientList:
    """Everything that the list shows; `introducing` says that an empty one has proposals waiting beside it."""

    asked: Asked
    rows: tuple[Row, ...]
    onward: str
    filters: tuple[tuple[str, object, tuple[Choice, ...]], ...]
    introducing: bool


def client_list(member: Member, asked: Asked, now: datetime) -> ClientList:
    """The list for this member."""
    picked = pick(member, asked, now)
    team = dict(_team(member.workspace_id))
    owners = {} if len(team) < 2 else team
    rows = _rows(picked, owners, Seen.at(now))
    filters = _filters(asked, {str(key): name for key, name in team.items()})
    introducing = not rows and not asked.narrowed and Client.objects.seen_by(member).proposed().exists()
    return ClientList(asked, rows, picked.onward, filters, introducing)


@prepared
def _team(ws: uuid.UUID) -> QuerySet[Any]:
    return Member.objects.within(ws).filter(active=True).order_by("name").values_list("id", "name")


def _rows(picked: Picked, owners: dict[uuid.UUID, str], seen: Seen) -> tuple[Row, ...]:
    page = towards("client")
    return tuple(
        Row(
            page(named.id),
            named.name,
            how(named, felt, seen),
            owners.get(named.owner_id, "") if named.owner_id else "",
            "" if named.frame == Client.Frame.NATURAL else str(FRAMES[named.frame]),
        )
        for named, felt in picked.rows
    )


def _filters(asked: Asked, owners: dict[str, str]) -> tuple[tuple[str, object, tuple[Choice, ...]], ...]:
    anyone, anyhow, framed = {"": _("Anyone's")}, {"": _("However we are")}, {"": _("Any frame")}
    return (
        ("standing", _("Standing"), _choices(STANDINGS, asked.standing)),
        ("owner", _("Owner"), _choices({**anyone, **owners}, str(asked.owner or ""))),
        ("state", _("How we are"), _choices({**anyhow, **STATES}, asked.state)),
        ("frame", _("Frame"), _choices({**framed, **FRAMES}, asked.frame)),
        ("sort", _("Order"), _choices(SORTS, asked.sort)),
    )


def _choices(known: dict[str, object], chosen: str) -> tuple[Choice, ...]:
    return tuple(Choice(value, str(said), value == chosen) for value, said in known.items())
