"""Clients who have been silent for longer than fits them; first those who began to be missed last."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from kashuv.foundation.prepared import prepared
from kashuv.foundation.together import Gather
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.care.rules.silence import since
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.gather.unmarked import REMEMBERED, named, unmarked
from kashuv.rooms.today.rules.matters import SilenceMatter
from kashuv.rooms.today.rules.quoting import without_reply_marks

FIELDS = (
    "client_id", "last_at", "last_in_at", "client__cadence_days", "uneasy_at", "last_entry_id", "last_entry__subject",
)  # fmt: skip
MOST = 16
OLDEST_UNEASY = 600  # days; what rules/limits may still let through


def silences(scope: Scope) -> Gather[list[SilenceMatter]]:
    (rows,) = yield [_silent.asking(scope, scope.ago(OLDEST_UNEASY), scope.ago(REMEMBERED))]
    return [
        SilenceMatter(
            client, last, uneasy_at, entry, without_reply_marks(subject or ""), since(last, heard, cadence)
        )
        for client, last, heard, cadence, uneasy_at, entry, subject in rows
    ]


@prepared
def _silent(scope: Scope, oldest: datetime, marked_since: datetime) -> QuerySet[Any]:
    silent = Pulse.objects.within(scope.workspace_id).filter(
        scope.of_client(), uneasy_at__gte=oldest, uneasy_at__lt=scope.at
    )
    return (
        unmarked(scope, silent, named("silence", "last_entry_id", "client_id"), marked_since)
        .order_by("-uneasy_at")
        .values_list(*FIELDS)[:MOST]
    )
