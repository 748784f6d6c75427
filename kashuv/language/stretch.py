"""A stretch of a text made ready for the word tables: in lower case, and with the places where words begin."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kashuv.language.beginnings import LENGTH

# Words as the tables take them: Hebrew behind a quotation mark is the inside of a word, as in מע"מ.
_HEBREW = re.compile("[א-ת]")
_LATIN = re.compile("[A-Za-z]")
_WORDS = re.compile(r"(?<!['\"א-ת])[א-ת]['\"א-ת]*|[^\Wא-ת]+")


class Stretch:
    """One stretch; `whole` is all of the text in lower case, `words` the place and first letters of each word."""

    __slots__ = ("_characters", "_letters", "acts", "end", "lowered", "start", "text", "whole", "words")

    def __init__(self, text: str, whole: str, start: int, end: int, words: Sequence[tuple[int, str]]) -> None:
        self.text, self.whole, self.start, self.end, self.words = text, whole, start, end, words
        self.lowered = whole[start:end]
        self._letters: tuple[bool, bool] | None = None
        self._characters: frozenset[str] | None = None
        self.acts: dict[str, dict[str, float]] = {}

    @classmethod
    def of(cls, text: str | Stretch) -> Stretch:
        """All of a text."""
        if isinstance(text, Stretch):
            return text
        whole = in_lower_case(text)
        return cls(text, whole, 0, len(text), _words(whole))

    def part(self, start: int, end: int) -> Stretch:
        """A part of a whole text; places count on from the beginning of the whole."""
        end = min(end, self.end)
        first = bisect_left(self.words, (start, ""))
        after = bisect_left(self.words, (end, ""), first)
        return Stretch(self.text[start:end], self.whole, start, end, self.words[first:after])

    @property
    def letters(self) -> tuple[bool, bool]:
        """Whether Hebrew letters, and whether Latin ones stand in it."""
        if self._letters is None:
            hebrew = not self.text.isascii() and _HEBREW.search(self.text) is not None
            self._letters = hebrew, _LATIN.search(self.text) is not None
        return self._letters

    @property
    def characters(self) -> frozenset[str]:
        if self._characters is None:
            self._characters = frozenset(self.lowered)
        return self._characters


def _words(lowered: str) -> list[tuple[int, str]]:
    return [(start := found.start(), lowered[start : start + LENGTH]) for found in _WORDS.finditer(lowered)]


def in_lower_case(text: str) -> str:
    """In lower case, every character still in its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
