"""Writes the journal: one line, or many at once."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from kashuv.foundation.journal.event import Event


def line(
    workspace_id: uuid.UUID,
    verb: str,
    noun_id: uuid.UUID,
    *,
    at: datetime,
    by: uuid.UUID | None = None,
    client: uuid.UUID | None = None,
    **detail: Any,
) -> Event:
    """An unwritten line; `by` is a member's key, `client` a client's."""
    return Event(
        workspace_id=workspace_id,
        verb=verb,
        noun_id=noun_id,
        at=at,
        member_id=by,
        client_id=client,
        detail=detail,
    )


def write(*lines: Event) -> None:
    """Writes the lines in one statement."""
    write_all(lines)


def write_all(lines: Iterable[Event]) -> None:
    """Writes many lines, a thousand a statement."""
    Event.objects.bulk_create(lines, batch_size=1000)
