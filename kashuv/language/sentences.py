"""Cuts a text into sentences, each with its place; "10.30" and "e.g." don't end one.

A line break does, unless a mail program put it there because the next word did not fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|mr|mrs|ms|dr|vs|no|st|approx|inc|ltd|a\.m|p\.m)|(?<![A-Za-z])[A-Z])$", re.IGNORECASE
)
_END = re.compile(r"[.!?…]{1,20}[\"')\]]{0,5}(?=\s|$)|\n+")
_NEXT_WORD = re.compile(r"[^\W_][^\s]{0,40}")
_WIDTHS = range(66, 83)  # characters: between them mail programs break lines


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The places of every sentence, blanks around it left out."""
    start = 0
    for end in _END.finditer(text):
        at = end.start()
        if text[at] == "." and _abbreviates(text, start, at):
            continue
        if text[at] == "\n" and _is_wrapped(text, at, end.end()):
            continue
        yield from _trimmed(text, start, end.end())
        start = end.end()
    yield from _trimmed(text, start, len(text))


def _abbreviates(text: str, start: int, at: int) -> bool:
    """Whether a full stop only shortens a word; Hebrew words are not shortened so."""
    return text[at - 1 : at].isascii() and _ABBREVIATION.search(text, max(start, at - 6), at) is not None


def _is_wrapped(text: str, start: int, end: int) -> bool:
    """Whether the line was full: not so long that nothing broke it, and with no room for the next word."""
    if end - start > 1:
        return False
    line = start - text.rfind("\n", 0, start) - 1
    word = _NEXT_WORD.match(text, end)
    return line < _WIDTHS.stop and word is not None and line + 1 + len(word.group()) >= _WIDTHS.start


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    said = text[start:end].rstrip()
    if said:
        yield start + len(said) - len(said.lstrip()), start + len(said)
