"""The good and quiet: clients with a well-founded tie who never complain and are easily overlooked."""

from __future__ import annotations

import uuid
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from kashuv.foundation.prepared import prepared
from kashuv.foundation.together import Gather
from kashuv.rooms.care.models import Pulse, Sign
from kashuv.rooms.today.gather.scope import Scope

STRONG = 0.5
YEAR = 365
OVERLOOKED = (21, 120)  # days since the last contact
LOOKED_AT = 6
MOST = 3


@dataclass(frozen=True, slots=True)
class Quiet:
    client_id: uuid.UUID
    name: str
    since: date
    last_at: datetime


def quiet(scope: Scope) -> Gather[list[Quiet]]:
    """With us for a year, no sign in that year, nothing waiting and not missed yet."""
    least, most = OVERLOOKED
    (rows,) = yield [_quiet.asking(scope, scope.ago(most), scope.ago(least), scope.ago(YEAR))]
    return [Quiet(key, name, since or first.date(), last) for key, name, since, first, last in rows]


def overlooked(found: Iterable[Quiet], planned: Container[uuid.UUID]) -> list[Quiet]:
    """Of these the few who are not on today's plan."""
    return [one for one in found if one.client_id not in planned][:MOST]


@prepared
def _quiet(scope: Scope, oldest: datetime, newest: datetime, year_ago: datetime) -> QuerySet[Any]:
    complaints = Sign.objects.within(scope.workspace_id).filter(
        client_id=OuterRef("client_id"), at__gt=year_ago
    )
    content = Q(uneasy_at__isnull=True) | Q(uneasy_at__gt=scope.at)
    return (
        Pulse.objects.within(scope.workspace_id)
        .filter(
            content, last_at__gte=oldest, last_at__lt=newest, strength__gte=STRONG, waiting_since__isnull=True
        )
        .filter(~Exists(complaints), scope.of_client(), first_at__lt=year_ago)
        .order_by("last_at")
        .values_list("client_id", "client__name", "client__since", "first_at", "last_at")[:LOOKED_AT]
    )
