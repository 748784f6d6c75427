"""A chat that was exported with its files: a zip with the text and the pictures, opened with care."""

from __future__ import annotations

import mimetypes
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

from kashuv.transfer.arriving.pieces import MOST_BYTES, Piece, Unfit
from kashuv.transfer.arriving.text import decoded

MOST_FILES = 20_000
LARGEST_FILE = 25 * 1024 * 1024
SWELLING = 200  # a text that grows more than so many times was packed to harm
# what the standard library raises at a broken, encrypted or unknown zip
TROUBLE = (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError)

TOO_MANY = "This zip holds more than 20,000 files."
BOMB = "This zip swells beyond measure when it is opened; it was left closed."
BROKEN = "This zip can't be opened."
NO_CHAT = "This zip holds no chat."


def is_box(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(4) == b"PK\x03\x04"


def holds_chat(file: Path) -> bool:
    """Whether a zip is a chat's export: a text by one of WhatsApp's names, and nothing in folders."""
    try:
        with zipfile.ZipFile(file) as box:
            return _chat_name(box) is not None
    except TROUBLE:
        return False


def chat_of(file: Path) -> tuple[str, str]:
    """The text and the chat's title; raises Unfit for a box that is not to be opened."""
    try:
        with zipfile.ZipFile(file) as box:
            if len(box.infolist()) > MOST_FILES:
                raise Unfit(TOO_MANY)
            name = _chat_name(box)
            if name is None:
                raise Unfit(NO_CHAT)
            title = file.stem if name.startswith("_chat") else Path(name).stem
            return decoded(unpacked(box, box.getinfo(name), MOST_BYTES)), title
    except TROUBLE as fault:
        raise Unfit(BROKEN) from fault


def unpacked(box: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """The bytes of one file; what its head says of its size is not believed."""
    limit = min(most, max(info.compress_size, 1) * SWELLING + (1 << 20))
    with box.open(info) as opened:
        content = opened.read(limit + 1)
    if len(content) > limit:
        raise Unfit(BOMB)
    return content


def with_files(piece: Piece, box: zipfile.ZipFile) -> Piece:
    """The message with the files that came with it; a file that is missing or too large is only named in its text."""
    wanted = piece.about.get("files") or ()
    if not wanted or piece.said is None:
        return piece
    found = [(name, _type(name), content) for name in wanted if (content := _content(box, name))]
    return replace(piece, said=replace(piece.said, files=tuple(found)))


def _content(box: zipfile.ZipFile, name: str) -> bytes:
    try:
        return unpacked(box, box.getinfo(name), LARGEST_FILE)
    except (KeyError, Unfit, *TROUBLE):
        return b""


def _type(name: str) -> str:
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def _chat_name(box: zipfile.ZipFile) -> str | None:
    texts = [name for name in box.namelist() if name.lower().endswith(".txt") and "/" not in name]
    likely = [name for name in texts if name == "_chat.txt" or "whatsapp" in name.lower()]
    return next(iter(likely), None)
