"""The stream: what was said, newest first; letters of one matter folded under the latest, messages of one day together."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext

from kashuv.desk.clients.about import About
from kashuv.desk.clients.stream.findings import Proposal, Read
from kashuv.desk.clients.stream.lines import PAGE, SHOWN, Line, place_of
from kashuv.desk.clients.stream.marked import marked
from kashuv.desk.clients.stream.returned import Returned, by_sent, source_of
from kashuv.desk.clients.together import Piece
from kashuv.desk.clients.words import CHANNELS
from kashuv.rooms.conversations.models import Entry

CHATS = ("whatsapp", "sms")
ASKING = timedelta(days=30)  # of what was said before, one is asked only on the letter's own page


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
    returned: Returned | None

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

    @property
    def is_open(self) -> bool:
        """Whether something below the fold must not be overlooked: it did not arrive."""
        return any(one.returned for one in self.older)

    @property
    def earlier(self) -> str:
        """How many lie below the fold."""
        n = len(self.older)
        return ngettext("%(n)s earlier in this matter", "%(n)s earlier in this matter", n) % {"n": n}


@dataclass(frozen=True, slots=True)
class Stream:
    """A page of the stream; `onward` is the place to go on from, empty at the beginning of the relationship."""

    strands: tuple[Strand, ...]
    onward: str


def asked_about(found: Sequence[Line], now: datetime) -> set[uuid.UUID]:
    """The shown entries that ask whether they were read right: those of late."""
    return {line.id for line in found[:PAGE] if line.at >= now - ASKING}


def stream(client: About, found: list[Line], hanging: dict[str, list[Piece]], now: datetime) -> Stream:
    """Lines and what hangs on them, put together and folded."""
    shown = found[:PAGE]
    hung = {name: _by_entry(hanging.get(name, ())) for name in ("file", "finding", "promise")}
    back = by_sent(hanging.get("returned", ()))
    asked = asked_about(shown, now)
    ways = {kind: str(said) for kind, said in CHANNELS.items()}
    said = [
        _said(
            line,
            client,
            ways[line.kind],
            {name: pieces[line.id] for name, pieces in hung.items()},
            asks=line.id in asked,
            coming=line.at > now,
            back=back.get(line.id) or back.get(source_of(line.identity)) if back else None,
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
    by: str,
    hung: Mapping[str, list[Piece]],
    *,
    asks: bool,
    coming: bool,
    back: Returned | None,
) -> Said:
    read = tuple(Read.of(piece) for piece in sorted(hung["finding"], key=lambda p: p.first or 0))
    proposals = tuple(Proposal.of(piece) for piece in hung["promise"])
    waiting = [one for one in (*read, *proposals) if one.state == "proposed"]
    spans = [(one.start, one.end, one.mark) for one in read if one.state != "dismissed"]
    spans += [span for one in proposals if (span := one.span(line.text))]
    return Said(
        line,
        _who(line, client),
        by,
        f"/clients/{client.id}/entries/{line.id}/",
        marked(line.text, spans),
        tuple(File(piece.id, piece.words or "", piece.first or 0) for piece in hung["file"]),
        tuple(one for one in read if asks and one.state == "proposed"),
        tuple(one for one in proposals if asks and one.state == "proposed"),
        undecided=bool(waiting) and not asks,
        coming=coming,
        returned=back,
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
