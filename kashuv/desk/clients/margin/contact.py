"""Contact: on which days we were in touch, and of late when, which way and by what."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce, Substr

from kashuv.desk.clients.about import About
from kashuv.desk.clients.margin.habits import Said
from kashuv.desk.clients.together import Piece, piece
from kashuv.foundation.prepared import prepared
from kashuv.rooms.conversations.models import Entry

RECENT = 120  # of which habits are read
MOST = 5_000  # entries whose days are told: thirty a day for half a year; of what is written by machine, the newest
DAY = len("2026-11-24")
_NOBODY = Cast(models.Value(None), models.UUIDField())


def days_asked(ws: uuid.UUID, client: uuid.UUID, since: datetime) -> QuerySet[Any]:
    """The days of contact as a piece of a larger question; a day is one of UTC, as a busy client has thousands."""
    day = Substr(Cast("at", models.CharField()), 1, DAY)
    own = Entry.objects.within(ws).filter(client_id=client)
    bound = Subquery(own.filter(at__gte=since).order_by("-at").values("at")[MOST : MOST + 1])
    of_late = _contact(ws, client).filter(
        at__gte=since
    )  # said by itself, for the planner to know how few these are
    of_late = of_late.filter(at__gte=Coalesce(bound, since))
    return piece("day of contact", of_late, id=_NOBODY, words=day).distinct()


def days(told: Iterable[Piece]) -> set[date]:
    return {date.fromisoformat(one.words or "") for one in told}


def recent(client: About, now: datetime) -> list[Said]:
    """The latest, oldest first; memos are no contact, nor is yet what is agreed for later."""
    return [Said(*row) for row in reversed(_recent(client.workspace_id, client.id, now))]


def _contact(ws: uuid.UUID, client: uuid.UUID) -> QuerySet[Entry]:
    return Entry.objects.within(ws).filter(client_id=client).exclude(kind=Entry.Kind.MEMO)


@prepared
def _recent(ws: uuid.UUID, client: uuid.UUID, now: datetime) -> QuerySet[Any]:
    return (
        _contact(ws, client)
        .filter(at__lte=now)
        .newest_first()
        .values_list("at", "direction", "kind")[:RECENT]
    )
