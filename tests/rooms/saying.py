"""Short ways for tests of the rooms to have things said: rows made directly, at days before the test's now."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from kashuv.foundation.keys import uuid7
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations.models import Entry
from tests.cast import NOW


def ago(days: float, *, before: datetime = NOW) -> datetime:
    return before - timedelta(days=days)


def said(client: Client, days_ago: float, direction: str = "in", kind: str = "mail", **fields: Any) -> Entry:
    """One entry of a client, so many days before now."""
    key = uuid7()
    fields.setdefault("text", "x" * 100)
    return Entry.objects.create(
        id=key,
        workspace_id=client.workspace_id,
        client=client,
        identity=key.hex,
        kind=kind,
        direction=direction,
        at=ago(days_ago),
        **fields,
    )


def back_and_forth(client: Client, days_ago: list[float]) -> list[Entry]:
    """He writes on each of these days and we answer two hours later."""
    return [
        entry
        for days in sorted(days_ago, reverse=True)
        for entry in (said(client, days, asks=True), said(client, days - 1 / 12, "out"))
    ]
