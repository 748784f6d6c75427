"""Cuts a text into sentences, each with its place; a line break ends a sentence, "10.30" and "e.g." do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|mr|mrs|ms|dr|vs|no|st|approx|inc|ltd|a\.m|p\.m)|(?<![A-Za-z])[A-Z])$", re.IGNORECASE
)
_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|\n+")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The places of every sentence, blanks around it left out."""
    start = 0
    for end in _END.finditer(text):
        if text[end.start()] == "." and _ABBREVIATION.search(text, max(start, end.start() - 6), end.start()):
            continue
        yield from _trimmed(text, start, end.end())
        start = end.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
