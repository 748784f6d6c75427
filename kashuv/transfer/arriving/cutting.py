"""Cuts each kind of source into pieces by its own knife."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from kashuv.transfer.arriving import gathering, kinds
from kashuv.transfer.arriving.calendar import groups
from kashuv.transfer.arriving.chat import boxes, export
from kashuv.transfer.arriving.contacts import cards, tables
from kashuv.transfer.arriving.mail import folders, mbox
from kashuv.transfer.arriving.pieces import MOST_BYTES, Piece, Place, Source, Unfit
from kashuv.transfer.arriving.text import decoded

TOO_LARGE = "This file is larger than 50 MB."
NOTHING = "There is nothing to bring in here."


@dataclass(frozen=True, slots=True)
class Firm:
    """What the knives must know: the firm's zone, the names that we go by, and corrected columns by the file's name."""

    zone: ZoneInfo
    us: Sequence[str] = ()
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def pieces(source: Source, start: Place, firm: Firm) -> Iterator[Piece]:
    """The pieces of a source from a place on; what can't be cut at all, or holds nothing, is one refused piece."""
    cut = bool(start)
    try:
        for piece in _cut(source, start, firm):
            cut = True
            yield piece
    except Unfit as reason:
        yield _refused(source, str(reason))
    except OSError:
        yield _refused(source, kinds.UNREADABLE)
    else:
        if not cut:
            yield _refused(source, NOTHING)


def _refused(source: Source, reason: str, raw: bytes = b"") -> Piece:
    return Piece(source.name, max(source.size, 1), "", "mail", raw, refused=reason)


def _cut(source: Source, start: Place, firm: Firm) -> Iterator[Piece]:
    match source.kind:
        case "mbox":
            with source.file.open("rb") as file:
                yield from mbox.cut(file, source.name, int(start or 0))
        case "letters":
            yield from _letters(source, str(start))
        case "cards":
            with source.file.open("rb") as file:
                yield from cards.cut(file, source.name, int(start or 0))
        case "table":
            yield from tables.cut(
                _text(source.file), source.name, firm.columns.get(source.name), int(start or 0)
            )
        case "calendar":
            yield from groups.cut(_text(source.file), source.name, int(start or 0))
        case "chat":
            yield from _chat(source, int(start or 0), firm)
        case _:
            raw = b"" if source.reason == kinds.UNREADABLE else _small(source.file)
            yield _refused(source, source.reason, raw)


def _letters(source: Source, start: str) -> Iterator[Piece]:
    root = source.file
    if root.is_dir():
        yield from folders.cut(root, source.name, list(gathering.letters_below(root)), start)
    elif not start:
        yield from folders.cut(root.parent, source.name, [root.name])


def _chat(source: Source, start: int, firm: Firm) -> Iterator[Piece]:
    file = source.file
    if boxes.is_box(file):
        text, title = boxes.chat_of(file)
        chat = export.opened(text, title, firm.us)
        with zipfile.ZipFile(file) as box:
            yield from (
                boxes.with_files(piece, box) for piece in export.cut(chat, source.name, firm.zone, start)
            )
    else:
        title = file.parent.name if file.stem == "_chat" else file.stem
        yield from export.cut(export.opened(_text(file), title, firm.us), source.name, firm.zone, start)


def _text(file: Path) -> str:
    if file.stat().st_size > MOST_BYTES:
        raise Unfit(TOO_LARGE)
    return decoded(file.read_bytes())


def _small(file: Path) -> bytes:
    """The bytes of what is not known, kept where they are few; nobody wants a film in the database."""
    return file.read_bytes() if file.is_file() and file.stat().st_size <= 1 << 20 else b""
