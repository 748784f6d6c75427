"""Clients who have been silent for longer than fits them; first those who began to be missed last."""

from __future__ import annotations

from datetime import timedelta

from kashuv.rooms.care.models import Pulse
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.gather.unmarked import named, unmarked
from kashuv.rooms.today.rules.limits import OLDEST_SILENCE
from kashuv.rooms.today.rules.matters import SilenceMatter
from kashuv.rooms.today.rules.quoting import without_reply_marks

MOST = 80


def silences(scope: Scope) -> list[SilenceMatter]:
    uneasy = (scope.at - timedelta(days=OLDEST_SILENCE), scope.at)
    silent = Pulse.objects.within(scope.workspace_id).filter(scope.of_client(), uneasy_at__range=uneasy)
    rows = (
        unmarked(scope, silent, named("silence", "last_entry_id", "client_id"))
        .order_by("-uneasy_at")
        .values_list("client_id", "last_at", "uneasy_at", "last_entry_id", "last_entry__subject")[:MOST]
    )
    return [SilenceMatter(*row[:4], subject=without_reply_marks(row[4] or "")) for row in rows]
