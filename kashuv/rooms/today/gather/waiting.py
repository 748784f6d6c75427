"""Clients who wait for our answer, the longest first, as far back as an answer still makes sense."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F
from django.db.models.functions import Left

from kashuv.rooms.care.models import Pulse
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.gather.unmarked import named, unmarked
from kashuv.rooms.today.rules.limits import OLDEST_WAITING
from kashuv.rooms.today.rules.matters import Said, WaitingMatter

MOST = 60
QUOTED = 600  # characters of his words that are looked at for the sentence that asks


def waiting(scope: Scope) -> list[WaitingMatter]:
    since = (scope.at - timedelta(days=OLDEST_WAITING + 1), scope.at)
    waits = Pulse.objects.within(scope.workspace_id).filter(scope.of_client(), waiting_since__range=since)
    rows = (
        unmarked(scope, waits, named("waiting", "waiting_entry_id"))
        .annotate(entry_text=Left("waiting_entry__text", QUOTED), asks=F("waiting_entry__asks"))
        .order_by("waiting_since")
        .values_list(
            "client_id",
            "waiting_since",
            "asks",
            "waiting_entry_id",
            "waiting_entry__kind",
            "waiting_entry__direction",
            "entry_text",
            "waiting_entry__person_id",
        )[:MOST]
    )
    return [
        WaitingMatter(client, since, bool(asks), Said(entry, since, kind, direction, text or "", person))
        for client, since, asks, entry, kind, direction, text, person in rows
    ]
