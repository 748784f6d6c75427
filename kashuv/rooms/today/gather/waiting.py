"""Clients who wait for our answer, the longest first, as far back as an answer still makes sense."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Left

from kashuv.foundation.prepared import prepared
from kashuv.foundation.together import Gather
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.gather.unmarked import REMEMBERED, named, unmarked
from kashuv.rooms.today.rules.limits import OLDEST_WAITING
from kashuv.rooms.today.rules.matters import Said, WaitingMatter

MOST = 16
QUOTED = 600  # characters of his words that are looked at for the sentence that asks


def waiting(scope: Scope) -> Gather[list[WaitingMatter]]:
    (rows,) = yield [_waiting.asking(scope, scope.ago(OLDEST_WAITING + 1), scope.ago(REMEMBERED))]
    return [
        WaitingMatter(client, since, asks, Said(entry, since, kind, direction, text, person))
        for client, since, asks, entry, kind, direction, text, person in rows
    ]


@prepared
def _waiting(scope: Scope, oldest: datetime, marked_since: datetime) -> QuerySet[Any]:
    waits = Pulse.objects.within(scope.workspace_id).filter(
        scope.of_client(), waiting_since__gte=oldest, waiting_since__lt=scope.at
    )
    return (
        unmarked(scope, waits, named("waiting", "waiting_entry_id"), marked_since)
        .order_by("waiting_since")
        .values_list(
            "client_id",
            "waiting_since",
            "waiting_entry__asks",
            "waiting_entry_id",
            "waiting_entry__kind",
            "waiting_entry__direction",
            Left("waiting_entry__text", QUOTED),
            "waiting_entry__person_id",
        )[:MOST]
    )
