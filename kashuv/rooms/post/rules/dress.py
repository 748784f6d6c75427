"""The dress of a letter: its plain text as HTML in which every line runs the way that its first strong letter does."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from html import escape
from itertools import groupby

ECHO = ">"
DEEPEST = 20  # echoes within echoes; what lies deeper keeps its marks


def direction(text: str) -> str:
    """ "rtl" or "ltr" by the first letter that has a direction (Unicode Annex 9, rules P2 and P3); "" if none has."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return ""


def to_html(text: str) -> str:
    """The whole letter. What was quoted with ">" stands in a blockquote; no style, no picture, nothing from outside."""
    base = direction(text) or "ltr"
    body = "\n".join(_lines(text.splitlines(), base))
    return f'<!doctype html>\n<html><head><meta charset="utf-8"></head><body dir="{base}">\n{body}\n</body></html>\n'


def _lines(lines: list[str], before: str, depth: int = 0) -> Iterator[str]:
    """A line without a letter of its own (a number, a dash) runs as the line before it."""
    for is_echo, some in groupby(lines, key=lambda line: line.startswith(ECHO)):
        if is_echo and depth < DEEPEST:
            yield "<blockquote>"
            yield from _lines([line[1:].removeprefix(" ") for line in some], before, depth + 1)
            yield "</blockquote>"
            continue
        for line in some:
            before = direction(line) or before
            yield f'<div dir="{before}">{escape(line, quote=False) if line.strip() else "<br>"}</div>'
