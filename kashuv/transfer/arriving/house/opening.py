"""Opens an unpacked archive of ours: its rows one by one, and the bytes that stand beside them."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FORMAT = 1
NEWER = "This export was written by a newer Kashuv; bring it in with that one."
BROKEN = "This export is not whole."

Row = dict[str, Any]


def is_house(folder: Path) -> bool:
    """Whether the folder is an export of ours."""
    return bool(_manifest(folder).get("counts"))


def flaw(folder: Path) -> str:
    """Why it can't be taken; empty if it can."""
    told = _manifest(folder)
    if told.get("format", FORMAT) > FORMAT:
        return NEWER
    whole = all((folder / f"{name}.json").is_file() for name in told["counts"] if name not in BESIDE)
    return "" if whole else BROKEN


BESIDE = {"mails", "files", "enclosed", "refused"}  # what an export counts that is no row


def _manifest(folder: Path) -> Row:
    try:
        told = json.loads((folder / "manifest.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) and "workspace" in told else {}


def rows(folder: Path, name: str) -> Iterator[Row]:
    """The rows of one noun: a line each, as they were written."""
    file = folder / f"{name}.json"
    if file.is_file():
        with file.open(encoding="utf-8") as lines:
            yield from (json.loads(line.rstrip().rstrip(",")) for line in lines if line.startswith("{"))


class Beside:
    """The bytes beside the rows, found by the key of their row."""

    def __init__(self, folder: Path) -> None:
        self._places = {
            "letters": {path.stem[-36:]: path for path in (folder / "mails").glob("*.eml")},
            "attachments": {path.parent.name: path for path in (folder / "files").glob("*/*")},
            "enclosures": {path.parent.name: path for path in (folder / "enclosed").glob("*/*")},
            "refusals": {path.name: path for path in (folder / "refused").glob("*")},
        }

    def bytes_of(self, noun: str, key: uuid.UUID) -> bytes | None:
        """What a row points at; None if it is not there."""
        place = self._places.get(noun, {}).get(str(key))
        return place.read_bytes() if place else None
