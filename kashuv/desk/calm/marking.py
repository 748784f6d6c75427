"""A text with stretches of it marked: cut into pieces, so that a template can draw it without building HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text; `number` counts the mark that it belongs to from 1, and is 0 where there is none."""

    words: str
    number: int = 0


def marked(text: str, spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """The whole text in order. Where two marks overlap, the one that begins first keeps its words."""
    return list(_pieces(text, [*enumerate(spans, 1)]))


def _pieces(text: str, spans: list[tuple[int, tuple[int, int]]]) -> Iterator[Piece]:
    at = 0
    for number, (start, end) in sorted(spans, key=lambda one: one[1]):
        if start < at or end <= start:
            continue
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], number)
        at = end
    if at < len(text):
        yield Piece(text[at:])
