"""The good and quiet: clients with a well-founded tie who never complain and are easily overlooked."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from kashuv.rooms.care.models import Pulse, Sign
from kashuv.rooms.today.gather.scope import Scope

STRONG = 0.6
YEAR = timedelta(days=365)
OVERLOOKED = (timedelta(days=21), timedelta(days=240))
MOST = 3


@dataclass(frozen=True, slots=True)
class Quiet:
    client_id: uuid.UUID
    name: str
    since: date
    last_at: datetime


def quiet(scope: Scope, *, besides: Collection[uuid.UUID]) -> list[Quiet]:
    """With us for a year, no sign in that year, nothing waiting, not missed yet, and not on today's plan."""
    least, most = OVERLOOKED
    complaints = Sign.objects.within(scope.workspace_id).filter(client_id=OuterRef("client_id"))
    rows = (
        Pulse.objects.within(scope.workspace_id)
        .filter(last_at__range=(scope.at - most, scope.at - least), strength__gte=STRONG)
        .filter(Q(uneasy_at__isnull=True) | Q(uneasy_at__gt=scope.at), waiting_since__isnull=True)
        .filter(~Exists(complaints.filter(at__gt=scope.at - YEAR)), scope.of_client())
        .filter(first_at__lt=scope.at - YEAR)
        .order_by("last_at")
        .values_list("client_id", "client__name", "client__since", "first_at", "last_at")[
            : MOST + len(besides)
        ]
    )
    found = [Quiet(key, name, since or first.date(), last) for key, name, since, first, last in rows]
    return [one for one in found if one.client_id not in besides][:MOST]
