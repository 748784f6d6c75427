"""Takes direction marks and vowel points away, and remembers where every character stood.

Two letters that look the same on the screen are read the same: mail clients scatter direction
marks over Hebrew text, and a pasted verse may carry vowel points.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from kashuv.language.reading import Words
from kashuv.language.sentences import sentences
from kashuv.language.stretch import Stretch

_MARKS = (
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew accents and vowel points
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad"  # direction, zero width
)
_MARK = re.compile(f"[{_MARKS}]+")
_VARIANTS = str.maketrans(
    {"\u05f3": "'", "\u05f4": '"', "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "}
    | {"\u201e": '"', "\u2032": "'", "\u2033": '"', "\u202f": " ", "\u2009": " "}
)
_VARIANT = re.compile(f"[{''.join(map(chr, _VARIANTS))}]")


@dataclass(frozen=True)
class Plain:
    """A text without its marks; `words` gives a stretch of it as it stood in the original.

    What every reader of the text needs is worked out once: the text made ready for the tables, its sentences.
    """

    text: str
    original: str
    places: list[int] | None

    def words(self, start: int, end: int) -> Words:
        """The words between two places of the plain text, counted in the original."""
        if self.places is not None:
            start, end = self.places[start], (self.places[end - 1] + 1 if end > start else self.places[start])
        return Words(start, end, self.original[start:end])

    @cached_property
    def ready(self) -> Stretch:
        return Stretch.of(self.text)

    @cached_property
    def sentences(self) -> list[Stretch]:
        return [self.ready.part(start, end) for start, end in sentences(self.text)]


def plain(text: str | Plain) -> Plain:
    """The text to read by: no marks, one kind of quotation mark, blanks that are blanks."""
    if isinstance(text, Plain):
        return text
    if text.isascii():
        return Plain(text, text, None)
    if _MARK.search(text) is None:
        return Plain(_unvaried(text), text, None)
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for mark in _MARK.finditer(text):
        pieces.append(text[last : mark.start()])
        places.extend(range(last, mark.start()))
        last = mark.end()
    pieces.append(text[last:])
    places.extend(range(last, len(text) + 1))
    return Plain(_unvaried("".join(pieces)), text, places)


def _unvaried(text: str) -> str:
    """With one kind of quotation mark and of blank; most texts hold no other."""
    return text.translate(_VARIANTS) if _VARIANT.search(text) else text
