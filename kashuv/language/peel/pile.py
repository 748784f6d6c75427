"""The four piles that the lines of a letter are sorted into."""

from __future__ import annotations

from enum import Enum, auto


class Pile(Enum):
    """Whose words a line is, or what kind of machinery."""

    OWN = auto()
    ECHO = auto()
    SIGNATURE = auto()
    DISCLAIMER = auto()


def paint(piles: list[Pile], start: int, end: int, pile: Pile) -> None:
    """Puts the lines from `start` up to `end` on a pile."""
    piles[start:end] = [pile] * (end - start)
