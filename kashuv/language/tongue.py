"""Tells which language a text is in, and where the language changes inside a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kashuv.language.reading import Tongue

_ENOUGH = 4_000  # characters: the tongue of a letter shows in its first page
_HEBREW = re.compile("[\u05d0-\u05ea]+")
_LATIN = re.compile("[A-Za-z]+")
_FOREIGN = re.compile("[\u00df-\u00f6\u00f8-\u024f\u0370-\u058f\u0600-\u1fff\u3040-\uffdc]+")
_ADDRESS = re.compile(r"(?<!\S)\S*(?:@|://|www\.)\S*")
_WORD = re.compile(r"[a-zà-ÿ']+")
_ENGLISH = frozenset(
    "the and to of is you i we it that this for have will are be with on your can please not my was do".split()
)
_OTHERS = frozenset(
    "der die das und ich nicht ist wir sie le la les et je vous est pour une el los que no se por con para "
    "il di che per non una de het een ik niet voor van och att jag det inte som på er på og ikke o os não "
    "uma w na nie się je si ne".split()
) - {"no", "on", "o"}


def tongue_of(text: str) -> Tongue:
    """The language that most of a text is written in; product names in Latin don't make Hebrew English."""
    text = text[:_ENOUGH]
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    if text.isascii():
        return "other" if not _LATIN.search(text) or _is_another_latin_tongue(text) else "en"
    hebrew = _letters(_HEBREW, text)
    if 4 * hebrew >= len(text) > 0:
        return "he"
    latin, foreign = _letters(_LATIN, text), _letters(_FOREIGN, text)
    if hebrew and 3 * hebrew >= latin + foreign:
        return "he"
    if not latin or foreign > latin:
        return "other"
    return "other" if _is_another_latin_tongue(text) else "en"


def stretches(text: str) -> Iterator[tuple[int, int, Tongue]]:
    """Neighbouring lines of one tongue, each with its place; a line without letters follows its neighbour."""
    begin = at = 0
    current: Tongue | None = None
    for line in text.splitlines(keepends=True):
        tongue = tongue_of(line) if _HEBREW.search(line) or _LATIN.search(line) else current
        if current is not None and tongue != current:
            yield begin, at, current
            begin = at
        current = tongue
        at += len(line)
    if current is not None:
        yield begin, at, current


def _letters(script: re.Pattern[str], text: str) -> int:
    return sum(map(len, script.findall(text)))


def _is_another_latin_tongue(text: str) -> bool:
    words = _WORD.findall(text.lower())
    others = sum(map(_OTHERS.__contains__, words))
    return others > 1 and others > 2 * sum(map(_ENGLISH.__contains__, words))
