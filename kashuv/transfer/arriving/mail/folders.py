"""Letters that lie one in a file: a maildir with its folders, or a folder of .eml files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from kashuv.transfer.arriving.mail.mbox import TOO_LONG
from kashuv.transfer.arriving.pieces import MOST_BYTES, Piece

DRAFT = "This is a draft that was never sent."


def is_maildir(folder: Path) -> bool:
    """Whether a folder keeps its letters in `cur` and `new`."""
    return (folder / "cur").is_dir() and (folder / "new").is_dir()


def cut(root: Path, name: str, letters: list[str], start: str = "") -> Iterator[Piece]:
    """The letters at these paths below `root`, in order, after the one at `start`."""
    for path in letters:
        if path > start:
            yield _letter(root / path, f"{name}/{path}" if path else name, path)


def _letter(file: Path, where: str, place: str) -> Piece:
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            return Piece(where, size, place, "mail", refused=TOO_LONG)
        raw = file.read_bytes()
    except OSError as fault:
        return Piece(where, 1, place, "mail", refused=f"This file can't be read ({fault.strerror}).")
    refused = DRAFT if "D" in flags(file) else "" if raw.strip() else "This letter is empty."
    return Piece(where, max(size, 1), place, "mail", raw, refused=refused)


def flags(file: Path) -> str:
    """The letters that a maildir puts behind a name (":2,RS"); "" outside of one."""
    if file.parent.name != "cur":
        return ""
    _, _, marks = file.name.rpartition("2,")
    return marks if file.name[-len(marks) - 3 : -len(marks) - 2] in (":", ";", "!", "_") else ""


def below(root: Path) -> list[str]:
    """Every file below a maildir's folders, by path; `tmp` holds what was never delivered."""
    found = []
    for folder, inner, files in os.walk(root):
        inner.sort()
        if os.path.basename(folder) in ("cur", "new") and is_maildir(Path(folder).parent):
            found += [os.path.relpath(os.path.join(folder, file), root) for file in files if file[0] != "."]
    return sorted(found)
