"""About a client: who he is and where we stand with him, as much as his page says of it; through the gate, in one row."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.http import Http404

from kashuv.foundation.prepared import prepared
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.clients.models import Client
from kashuv.rooms.team.models import Member


class About(NamedTuple):
    """The columns of client, owner and pulse that the page shows."""

    id: uuid.UUID
    workspace_id: uuid.UUID
    name: str
    standing: str
    frame: str
    since: date | None
    exclusive: bool
    owner: str | None
    cadence_days: int | None
    last_at: datetime | None = None
    waiting_since: datetime | None = None
    uneasy_at: datetime | None = None
    last_in_at: datetime | None = None
    rhythm_days: float | None = None


WHO = ("id", "workspace_id", "name", "standing", "frame", "since", "exclusive", "owner__name", "cadence_days")
FELT = ("last_at", "waiting_since", "uneasy_at", "last_in_at", "rhythm_days")


def about(member: Member, key: uuid.UUID) -> About:
    """The client for this member; Http404 if she may not see him."""
    ws = member.workspace_id
    rows = _any(ws, key) if member.leads else _open_or_own(ws, key, member.id)
    if not rows:  # not there, not hers, or his pulse was never felt
        rows = list(Client.objects.seen_by(member).filter(pk=key).values_list(*WHO))
    if not rows:
        raise Http404
    return About(*rows[0])


@prepared
def _any(ws: uuid.UUID, key: uuid.UUID) -> QuerySet[Any]:
    return _felt(ws, key)


@prepared
def _open_or_own(ws: uuid.UUID, key: uuid.UUID, member: uuid.UUID) -> QuerySet[Any]:
    """The gate of `Client.objects.seen_by` for a member who does not lead."""
    return _felt(ws, key).filter(Q(client__exclusive=False) | Q(client__owner_id=member))


def _felt(ws: uuid.UUID, key: uuid.UUID) -> QuerySet[Any]:
    pulses = Pulse.objects.within(ws).filter(client_id=key)
    return pulses.values_list(*(f"client__{name}" for name in WHO), *FELT)
