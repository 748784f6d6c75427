"""The stream: what was said, newest first; letters of one matter folded under the latest, messages of one day together."""

from __future__ import annotations

import base64
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.db.models.functions import Length, Substr
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext

from kashuv.desk.clients.about import About
from kashuv.desk.clients.stream.findings import Proposal, Read
from kashuv.desk.clients.stream.marked import marked
from kashuv.desk.clients.together import Piece
from kashuv.desk.clients.words import CHANNELS
from kashuv.foundation.prepared import prepared
from kashuv.rooms.conversations.models import Entry

PAGE = 30
SHOWN = 6000  # characters of own words; the rest is on the letter's own page
FOLDED = 1200  # characters of echo and signature
CHATS = ("whatsapp", "sms")
ASKING = timedelta(days=30)  # of what was said before, one is asked only on the letter's own page


class Line(NamedTuple):
    """Of an entry what the stream shows."""

    id: uuid.UUID
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


@dataclass(frozen=True, slots=True)
class File:
    """An attachment."""

    id: uuid.UUID
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said, ready to be shown."""

    line: Line
    who: str
    by: str
    url: str
    body: SafeString
    files: tuple[File, ...]
    read: tuple[Read, ...]
    proposals: tuple[Proposal, ...]
    undecided: bool  # of long ago: its own page asks, not this one
    coming: bool  # a meeting that is agreed: nothing was said yet

    @property
    def has_more(self) -> bool:
        """Whether anything came with the words."""
        line = self.line
        return bool(
            self.files
            or self.read
            or self.proposals
            or self.undecided
            or line.echo
            or line.signature
            or line.html
            or self.cut
        )

    @property
    def cut(self) -> bool:
        """Whether there are more of his words than are shown here."""
        return self.line.length > SHOWN


@dataclass(frozen=True, slots=True)
class Strand:
    """One matter: the latest said, and below its fold what came before."""

    head: Said
    older: tuple[Said, ...] = ()

    @property
    def is_chat(self) -> bool:
        return self.head.line.kind in CHATS

    @property
    def in_order(self) -> tuple[Said, ...]:
        """A day's messages as they were written, the first on top."""
        return (*reversed(self.older), self.head)


@dataclass(frozen=True, slots=True)
class Stream:
    """A page of the stream; `onward` is the place to go on from, empty at the beginning of the relationship."""

    strands: tuple[Strand, ...]
    onward: str


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
    plain = ("id", "thread_id", "kind", "direction", "at", "subject")
    cut = (
        Substr("text", 1, SHOWN),
        Substr("echo", 1, FOLDED),
        Substr("signature", 1, FOLDED),
        Length("text"),
    )
    told = entries.values_list(*plain, *cut, "html", "person__name", "member__name", "attachment_count")
    return told.order_by("-at", "-id")[: PAGE + 1]


def asked_about(found: Sequence[Line], now: datetime) -> set[uuid.UUID]:
    """The shown entries that ask whether they were read right: those of late."""
    return {line.id for line in found[:PAGE] if line.at >= now - ASKING}


def stream(client: About, found: list[Line], hanging: dict[str, list[Piece]], now: datetime) -> Stream:
    """Lines and what hangs on them, put together and folded."""
    shown = found[:PAGE]
    files, read, proposals = (_by_entry(hanging.get(name, ())) for name in ("file", "finding", "promise"))
    asked = asked_about(shown, now)
    said = [
        _said(
            line,
            client,
            files[line.id],
            read[line.id],
            proposals[line.id],
            asks=line.id in asked,
            coming=line.at > now,
        )
        for line in shown
    ]
    return Stream(_folded(said), place_of(shown[-1]) if len(found) > PAGE else "")


def _by_entry(pieces: Iterable[Piece]) -> defaultdict[uuid.UUID | None, list[Piece]]:
    told: defaultdict[uuid.UUID | None, list[Piece]] = defaultdict(list)
    for piece in pieces:
        told[piece.of].append(piece)
    return told


def _said(
    line: Line,
    client: About,
    files: list[Piece],
    findings: list[Piece],
    promises: list[Piece],
    *,
    asks: bool,
    coming: bool,
) -> Said:
    read = tuple(Read.of(piece) for piece in sorted(findings, key=lambda p: p.first or 0))
    proposals = tuple(Proposal.of(piece) for piece in promises)
    waiting = [one for one in (*read, *proposals) if one.state == "proposed"]
    spans = [(one.start, one.end, one.mark) for one in read if one.state != "dismissed"]
    spans += [span for one in proposals if (span := one.span(line.text))]
    return Said(
        line,
        _who(line, client),
        str(CHANNELS[line.kind]),
        f"/clients/{client.id}/entries/{line.id}/",
        marked(line.text, spans),
        tuple(File(piece.id, piece.words or "", piece.first or 0) for piece in files),
        tuple(one for one in read if asks and one.state == "proposed"),
        tuple(one for one in proposals if asks and one.state == "proposed"),
        undecided=bool(waiting) and not asks,
        coming=coming,
    )


def _who(line: Line, client: About) -> str:
    if line.direction == Entry.Direction.IN:
        return line.person or client.name
    return line.member or gettext("We")


def _folded(said: list[Said]) -> tuple[Strand, ...]:
    """Each matter at the place of its latest word."""
    matters: dict[object, list[Said]] = {}
    for one in said:
        matters.setdefault(_matter(one.line), []).append(one)
    return tuple(Strand(head, tuple(older)) for head, *older in matters.values())


def _matter(line: Line) -> object:
    if line.kind in CHATS:
        return line.kind, localdate(line.at)
    return line.thread if line.kind == "mail" and line.thread else line.id


def place_of(line: Line) -> str:
    """Where the stream goes on after this line, fit for an address."""
    return base64.urlsafe_b64encode(f"{line.at.isoformat()} {line.id.hex}".encode()).decode().rstrip("=")


def _place(text: str) -> tuple[datetime, uuid.UUID] | None:
    try:
        at, key = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode().split(" ")
        return datetime.fromisoformat(at).astimezone(UTC), uuid.UUID(key)
    except (ValueError, OverflowError):
        return None
