"""The lines of the stream: of thirty entries what it shows, newest first, and where it goes on."""

from __future__ import annotations

import base64
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.db.models.functions import Length, Substr

from kashuv.desk.clients.about import About
from kashuv.foundation.prepared import prepared
from kashuv.rooms.conversations.models import Entry

PAGE = 30
SHOWN = 6000  # characters of own words; the rest is on the letter's own page
FOLDED = 1200  # characters of echo and signature


class Line(NamedTuple):
    """Of an entry what the stream shows."""

    id: uuid.UUID
    identity: str
    thread: uuid.UUID | None
    kind: str
    direction: str
    at: datetime
    subject: str
    text: str
    echo: str
    signature: str
    length: int
    html: bool
    person: str | None
    member: str | None
    files: int


def lines(client: About, after: str = "", found: Sequence[uuid.UUID] | None = None) -> list[Line]:
    """The next thirty entries and one more; with `found` only those."""
    ws, key = client.workspace_id, client.id
    if found is not None:
        rows = _columns(_of(ws, key).filter(id__in=found))
    elif place := _place(after):
        rows = _older(ws, key, *place)
    else:
        rows = _latest(ws, key)
    return [Line(*row) for row in rows]


def _of(ws: uuid.UUID, client: uuid.UUID) -> QuerySet[Entry]:
    return Entry.objects.within(ws).filter(client_id=client)


@prepared
def _latest(ws: uuid.UUID, client: uuid.UUID) -> QuerySet[Any]:
    return _columns(_of(ws, client))


@prepared
def _older(ws: uuid.UUID, client: uuid.UUID, at: datetime, key: uuid.UUID) -> QuerySet[Any]:
    """Beyond a place: `at__lte` lets the index find it, the rest leaves out what was seen."""
    return _columns(_of(ws, client).filter(at__lte=at).filter(Q(at__lt=at) | Q(id__lt=key)))


def _columns(entries: QuerySet[Entry]) -> QuerySet[Any]:
    plain = ("id", "identity", "thread_id", "kind", "direction", "at", "subject")
    cut = (
        Substr("text", 1, SHOWN),
        Substr("echo", 1, FOLDED),
        Substr("signature", 1, FOLDED),
        Length("text"),
    )
    told = entries.values_list(*plain, *cut, "html", "person__name", "member__name", "attachment_count")
    return told.order_by("-at", "-id")[: PAGE + 1]


def place_of(line: Line) -> str:
    """Where the stream goes on after this line, fit for an address."""
    return base64.urlsafe_b64encode(f"{line.at.isoformat()} {line.id.hex}".encode()).decode().rstrip("=")


def _place(text: str) -> tuple[datetime, uuid.UUID] | None:
    try:
        at, key = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().split(" ")
        return datetime.fromisoformat(at).astimezone(UTC), uuid.UUID(key)
    except (ValueError, OverflowError):
        return None
