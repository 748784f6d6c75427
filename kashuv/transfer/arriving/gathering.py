"""Gathers what lies at the paths that a person names: files by what stands in them, folders with all below."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kashuv.transfer.arriving import kinds
from kashuv.transfer.arriving.house.opening import flaw, is_house
from kashuv.transfer.arriving.mail.folders import is_maildir
from kashuv.transfer.arriving.pieces import Source

# What programs keep for themselves beside the letters: indexes and settings, nothing that anybody wrote.
_HOUSEKEEPING = re.compile(
    r"\..*|(?:dovecot|courier)[\w.-]*(?<!\.eml)(?<!\.mbox)|maildir(?:size|folder)|subscriptions|.*\.msf|desktop\.ini|thumbs\.db",
    re.IGNORECASE | re.DOTALL,
)

LOCKED = "This folder can't be read."
MISSING = "There is no file or folder of this name."
NO_FILE = "This is neither a file nor a folder of its own."  # a pipe; a link that leads nowhere, or round in a circle


def gather(paths: Iterable[Path]) -> list[Source]:
    """The sources at these paths, in order; a path that is not there or may not be read is one of no known kind."""
    sources: list[Source] = []
    for path in paths:
        if reason := closed(path):
            sources.append(Source("unknown", str(path), str(path), 0, "", reason))
        elif is_house(path):
            sources.append(_of_house(path))
        elif path.is_dir():
            sources += _of_folder(path)
        else:
            sources.append(_of_file(path, path.name))
    return sources


def _of_house(folder: Path) -> Source:
    """An export of ours that somebody, or we ourselves, unpacked."""
    size = sum((folder / path).stat().st_size for path in _files(folder))
    reason = flaw(folder)
    return Source(
        "unknown" if reason else "house",
        str(folder),
        folder.name,
        size,
        digest_of(folder / "manifest.json"),
        reason,
    )


def closed(path: Path) -> str:
    """Why nothing at all can be taken from a path; empty if something may."""
    if not path.exists():
        return MISSING
    if path.is_dir():
        return "" if os.access(path, os.R_OK | os.X_OK) else LOCKED
    return "" if path.is_file() else NO_FILE


def letters_below(root: Path) -> Iterator[str]:
    """The letters that lie one in a file below a folder, by their path; sorted, so that one can go on after any."""
    for path in sorted(_files(root)):
        if in_maildir(root / path) or kinds.kind_of(root / path)[0] == "letters":
            yield path


def in_maildir(file: Path) -> bool:
    """Whether a file lies where only letters lie, whatever stands in it."""
    return file.parent.name in ("cur", "new") and is_maildir(file.parent.parent)


def _of_folder(root: Path) -> list[Source]:
    """One source for all letters that lie one in a file, and one for each other file."""
    sources, size, listing = [], 0, hashlib.sha256()
    for path, closed in sorted(_below(root)):
        file, name = root / path, f"{root.name}/{path}"
        if closed:
            sources.append(Source("unknown", str(file), name, 0, "", closed))
            continue
        source = None if in_maildir(file) else _of_file(file, name)
        if source is None or source.kind == "letters":
            bytes_ = file.stat().st_size
            size += bytes_
            listing.update(f"{path}\0{bytes_}\n".encode("utf-8", "surrogateescape"))
        else:
            sources.append(source)
    if size:
        sources.insert(0, Source("letters", str(root), root.name, size, listing.hexdigest()))
    return sources


def _files(root: Path) -> Iterator[str]:
    return (path for path, closed in _below(root) if not closed)


def _below(root: Path) -> Iterator[tuple[str, str]]:
    """Every file below, and why it stays closed if it does; without what was never delivered and what programs keep
    for themselves. Linked folders are named, not entered."""
    locked: list[OSError] = []
    for folder, inner, files in os.walk(root, onerror=locked.append):
        inner[:] = [name for name in inner if not (name == "tmp" and is_maildir(Path(folder)))]
        links = [name for name in inner if os.path.islink(os.path.join(folder, name))]
        for name in (*files, *links):
            if not _HOUSEKEEPING.fullmatch(name):
                path = os.path.join(folder, name)
                yield os.path.relpath(path, root), "" if os.path.isfile(path) else NO_FILE
    for closed in locked:
        yield os.path.relpath(str(closed.filename), root), LOCKED


def _of_file(file: Path, name: str) -> Source:
    kind, reason = kinds.kind_of(file)
    return Source(kind, str(file), name, file.stat().st_size, digest_of(file), reason)


def digest_of(file: Path) -> str:
    """A digest of a file's head, which tells it from another of the same name and size; "" if it can't be read."""
    try:
        with file.open("rb") as opened:
            return hashlib.sha256(opened.read(kinds.HEAD)).hexdigest()
    except OSError:
        return ""
