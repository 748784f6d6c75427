"""Which words keep the same company: "nephew" stands where "cousin" does, so what was learned of one holds for the other.

The table holds group numbers over hashed words; no word can be read in it.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

GROUPS = (100, 400, 1000)  # coarse, middling, fine
SLOTS = 1 << 17
NONE = 0xFFFF
_TONGUES = ("en",)  # of Hebrew there are too few texts to learn it from


def company(words: Sequence[str], tongue: str) -> Iterator[str]:
    """The groups of the words, of neighbours, and of a word beside a group; nothing in a tongue without a table."""
    if tongue not in _TONGUES:
        return
    for size, groups in zip(GROUPS, zip(*map(_groups, words), strict=True), strict=False):
        yield from (f"{size} {group}" for group in groups if group != NONE)
        for (word, group), (other, after) in pairwise(zip(words, groups, strict=True)):
            yield f"{size} then {group} {after}"
            yield f"{size} before {group} {other}"
            yield f"{size} behind {word} {after}"


def slot(word: str) -> int:
    return zlib.crc32(word.encode(errors="surrogatepass")) % SLOTS


def pack(tables: Iterable[Sequence[int]]) -> bytes:
    """The file of the tables, one of each size."""
    return zlib.compress(b"".join(_little(array("H", table)).tobytes() for table in tables), 9)


@lru_cache(20_000)
def _groups(word: str) -> tuple[int, ...]:
    place = slot(word)
    return tuple(table[place] for table in _tables())


@cache
def _tables() -> tuple[array[int], ...]:
    raw = zlib.decompress(files("kashuv.language.weights").joinpath("company_en.bin").read_bytes())
    numbers = _little(array("H", raw))
    return tuple(numbers[start : start + SLOTS] for start in range(0, len(numbers), SLOTS))


def _little(numbers: array[int]) -> array[int]:
    """The same in the order of bytes that the file has everywhere."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
