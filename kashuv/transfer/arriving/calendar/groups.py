"""Cuts a calendar into groups that are read apart: one event with its exceptions, and the zones they name.

So one event that was made to harm spoils nothing but itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kashuv.transfer.arriving.pieces import Piece

_BLOCK = re.compile(r"^BEGIN:(VEVENT|VTIMEZONE)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_UID = re.compile(r"^UID[^:\n]{0,200}:([^\n]{0,1000}(?:\n[ \t][^\n]{0,1000})*)", re.IGNORECASE | re.MULTILINE)
UNENDED = "This event has no end."


def cut(text: str, where: str, start: int = 0) -> Iterator[Piece]:
    """The groups from number `start` on, in the order of their first event."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    zones, events, unended = _blocks(text)
    head = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Kashuv//EN\n" + "".join(zones)
    for number, (first, blocks) in enumerate(events, 1):
        if number > start:
            raw = f"{head}{''.join(blocks)}END:VCALENDAR\n".encode("utf-8", "replace")
            yield Piece(f"{where}, event {first}", sum(map(len, blocks)), number, "event", raw)
    if unended and start <= len(events):
        yield Piece(
            f"{where}, its last event",
            len(unended),
            len(events) + 1,
            "event",
            unended.encode(),
            refused=UNENDED,
        )


def _blocks(text: str) -> tuple[list[str], list[tuple[int, list[str]]], str]:
    """Zones, groups of events with the number of their first, and an event that never ends."""
    zones: list[str] = []
    groups: dict[str, tuple[int, list[str]]] = {}
    at = number = 0
    while found := _BLOCK.search(text, at):
        name = found[1].upper()
        end = re.compile(rf"^END:{name}[ \t]*$", re.IGNORECASE | re.MULTILINE).search(text, found.end())
        if end is None:
            return zones, list(groups.values()), text[found.start() :][: 1 << 20]
        block, at = text[found.start() : end.end()] + "\n", end.end()
        if name == "VTIMEZONE":
            zones.append(block)
        else:
            number += 1
            uid = _UID.search(block)
            groups.setdefault(uid[1] if uid else f"\0{number}", (number, []))[1].append(block)
    return zones, list(groups.values()), ""
