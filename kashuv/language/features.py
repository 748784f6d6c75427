"""What a statistical reader sees of a text: words, neighbouring words, pieces of words, signs, as hashed numbers.

Only numbers leave this module. Nothing of a text can be read back from the weights learned over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from zlib import crc32

from kashuv.language.marks import plain

_TOKEN = re.compile(r"[^\W\d_]+(?:['\"][^\W\d_]+)*|\d+|[!?]+|\.{2,}|[^\w\s]")
_LONG = re.compile(r"(.)\1{2,}")
_MOST = 400  # tokens; a text beyond that says no more about its tone


def tokens(text: str) -> list[str]:
    """The words and signs of a text, in one case, with drawn-out letters cut short."""
    read = _LONG.sub(r"\1\1\1", plain(text[:6000]).text)
    return _TOKEN.findall(read.lower())[:_MOST]


def features(text: str, bits: int, context: Sequence[str] = (), hints: Sequence[str] = ()) -> list[int]:
    """The numbers of all features of a text, below 2**bits, each once."""
    mask = (1 << bits) - 1
    names = {*_names(tokens(text)), *_shape(text), *(f"h:{hint}" for hint in hints)}
    for line in context[-2:]:
        names.update(f"c:{word}" for word in tokens(line))
    return sorted({crc32(name.encode(errors="surrogatepass")) & mask for name in names})


def _names(words: list[str]) -> Iterator[str]:
    previous, before = "^", "^"
    for word in words:
        yield f"w:{word}"
        yield f"b:{previous} {word}"
        yield f"t:{before} {previous} {word}"
        yield from _pieces(word)
        before, previous = previous, word
    yield f"b:{previous} $"
    for place, word in enumerate(words[:3]):
        yield f"s{place}:{word}"


def _pieces(word: str) -> Iterator[str]:
    """Pieces of three to five letters, with the word's edges; in Hebrew these see past prefixes and endings."""
    edged = f"<{word}>"
    for size in (3, 4, 5):
        for start in range(len(edged) - size + 1):
            yield f"p:{edged[start : start + size]}"


def _shape(text: str) -> Iterator[str]:
    yield f"n:{min(len(text) // 40, 8)}"
    if any(word.isupper() and len(word) > 3 for word in text.split()):
        yield "n:shout"
    for mark in "!?…":
        yield f"n:{mark}{min(text.count(mark), 3)}"
