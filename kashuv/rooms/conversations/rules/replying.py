"""To whom an answer goes, and under which subject; pure, on the envelope of what is answered."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kashuv.rooms.conversations.rules.threading import is_answer

Box = list[str]
"""[name, address], as a letter's envelope keeps it."""

LONGEST = 500
_ends = re.compile(r"[\r\n]+")


@dataclass(frozen=True, slots=True)
class Addressed:
    """The head of a draft: to whom, who else reads, and what it is about."""

    to: list[Box]
    cc: list[Box] = field(default_factory=list)
    subject: str = ""


def reply(
    envelope: Mapping[str, Any], subject: str, ours: Container[str], *, everybody: bool, incoming: bool
) -> Addressed:
    """The answer to a letter. To one of our own it goes once more to whom that one went."""
    to = _boxes(envelope, "reply_to") or [envelope.get("from") or ["", ""]]
    if not incoming:
        to = _boxes(envelope, "to")
    others = [*_boxes(envelope, "to"), *_boxes(envelope, "cc")] if everybody else []
    chosen = _once(to, ours, set())
    taken = {address for _, address in chosen}
    return Addressed(chosen, _once(others, ours, taken), answering(subject))


def answering(subject: str) -> str:
    """The subject of an answer: "Re: " before it, once."""
    plain = _ends.sub(" ", subject).strip()
    if not plain or is_answer(plain):
        return plain
    return f"Re: {plain}"[:LONGEST]


def _boxes(envelope: Mapping[str, Any], name: str) -> list[Box]:
    return [list(box) for box in envelope.get(name) or []]


def _once(boxes: Iterable[Box], ours: Container[str], taken: set[str]) -> list[Box]:
    """Each address once, none of our own."""
    chosen: dict[str, Box] = {}
    for name, address in boxes:
        normal = address.strip().lower()
        if "@" in normal and normal not in ours and normal not in taken:
            chosen.setdefault(normal, [name, normal])
    return list(chosen.values())
