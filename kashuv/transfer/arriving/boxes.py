"""Opens zips and tars into a folder of our own, with limits on what may come out of them."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import IO

from kashuv.transfer.arriving import gathering
from kashuv.transfer.arriving.chat import boxes as chats
from kashuv.transfer.arriving.house.opening import is_house
from kashuv.transfer.arriving.pieces import Source, Unfit

MOST_FILES = 200_000
SWELLING = 100  # mail packs to a tenth; what grows more was packed to harm
SLACK = 16 * 1024 * 1024
CHUNK = 1 << 20
Member = tuple[str, Callable[[], IO[bytes] | None]]

TROUBLE = (
    zipfile.BadZipFile, tarfile.TarError, lzma.LZMAError, zlib.error, OSError, ValueError, NotImplementedError,
    RuntimeError, EOFError,
)  # fmt: skip  # what the standard library raises at a broken, encrypted or unknown archive

TOO_MANY = "This archive holds more than 200,000 files."
BOMB = "This archive swells beyond measure when it is opened; it was left closed."
BROKEN = "This archive can't be opened."
NESTED = "An archive inside an archive is not opened; unpack it first."


def unpacked(sources: Sequence[Source], folder: Path) -> list[Source]:
    """The sources with each archive replaced by what is in it, unpacked below `folder`."""
    found: list[Source] = []
    for number, source in enumerate(sources):
        if source.kind != "box":
            found.append(source)
        elif chats.is_box(source.file) and chats.holds_chat(source.file):
            found.append(replace(source, kind="chat"))
        else:
            found += _opened(source, folder / f"box-{number}")
    return found


def _opened(source: Source, folder: Path) -> list[Source]:
    try:
        _unpack(source, folder)
        return [_inside(one, source) for one in gathering.gather([folder])]
    except Unfit as reason:
        return [replace(source, kind="unknown", reason=str(reason))]


def _inside(one: Source, box: Source) -> Source:
    """A source under the name of its archive; an archive within it stays closed."""
    if is_house(one.file):
        return replace(one, name=box.name, size=box.size)
    inner = ("letters",) if one.kind == "letters" else Path(one.name).parts[1:]
    named = replace(one, name="/".join((box.name, *inner)))
    return replace(named, kind="unknown", reason=NESTED) if one.kind == "box" else named


def _unpack(source: Source, folder: Path) -> None:
    """Writes every file out, under a plain path below `folder`; raises Unfit where measure is lost."""
    left = source.size * SWELLING + SLACK
    try:
        with _members(source.file) as members:
            for number, (name, opened) in enumerate(members):
                if number >= MOST_FILES:
                    raise Unfit(TOO_MANY)
                content = opened()
                if content is not None:
                    with content:
                        left -= _write(content, _place(folder, name), left)
    except TROUBLE as fault:
        raise Unfit(BROKEN) from fault


@contextmanager
def _members(file: Path) -> Iterator[Iterator[Member]]:
    if chats.is_box(file):
        with zipfile.ZipFile(file) as box:
            yield ((info.filename, partial(box.open, info)) for info in box.infolist() if not info.is_dir())
    elif tarfile.is_tarfile(file):
        with tarfile.open(file, "r:*") as tape:
            yield ((info.name, partial(tape.extractfile, info)) for info in tape if info.isfile())
    else:
        yield iter([(file.stem, partial(_squeezed, file))])


def _squeezed(file: Path) -> IO[bytes]:
    """A single file that was made smaller: mail lists keep their archives so."""
    with file.open("rb") as opened:
        mark = opened.read(2)
    squeeze = {b"\x1f\x8b": gzip.open, b"BZ": bz2.open}.get(mark, lzma.open)
    return squeeze(file, "rb")  # type: ignore[operator,no-any-return]  # each gives bytes in this mode


def _place(folder: Path, name: str) -> Path:
    """Where a file goes: names that lead upwards or to the root lead nowhere else than below the folder."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    safe = [
        part.replace("\0", "_").encode("utf-8", "replace")[:200].decode("utf-8", "ignore") for part in parts
    ]
    place = folder.joinpath(*(safe or ["file"]))
    place.parent.mkdir(parents=True, exist_ok=True)
    return place


def _write(content: IO[bytes], place: Path, left: int) -> int:
    written = 0
    with place.open("wb") as out:
        while chunk := content.read(CHUNK):
            written += len(chunk)
            if written > left:
                raise Unfit(BOMB)
            out.write(chunk)
    return written
