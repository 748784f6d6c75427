"""The outline of what is said: each word as its sort, so that a sentence never read before is known by its build.

"Thanks for the lecture, professor" and "thanks for the sermon, captain" have one outline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from kashuv.language.company import company
from kashuv.language.features import tokens
from kashuv.language.tables import table

_SIZES = (2, 3, 4)  # sorts in a row
_SHORTEST = 2  # letters of a beginning
_SIGNS = frozenset("?!\"'")
_JOINED = {"he": re.compile("[ושהכמ]?[ושהבכלמ](?=..)"), "en": re.compile("(?!)")}
_JOINING = re.compile("[ושהבכלמ](?=...)")
_ENDING = {"en": re.compile(r"(?<=...)(?:ing|ed|ly|tion|s)$"), "he": re.compile("(?<=...)תם$|^ת(?=.+[וי]$)")}


class _Sorts(NamedTuple):
    whole: dict[str, str]
    begun: dict[str, str]


@cache
def _sorts(tongue: str) -> _Sorts:
    named = [(word, sort) for sort, words in table(tongue, "sorts").SORTS.items() for word in words.split()]
    return _Sorts(
        {word: sort for word, sort in named if not word.endswith("*")},
        {word[:-1]: sort for word, sort in named if word.endswith("*")},
    )


def outline(text: str, tongue: str) -> set[str]:
    """The names of what is seen: sorts, several in a row, beside words, in one text; and the company of words."""
    words = tokens(text)
    sorts = [_sort(word, tongue) or _shape(word, tongue) for word in words]
    known = {sort for word in words if (sort := _sort(word, tongue))}
    return {
        *known,
        *_in_a_row(["^", *sorts, "$"]),
        *_beside(words, sorts),
        *(
            f"{one} with {other}"
            for one, other in combinations(sorted(known | _SIGNS.intersection(words)), 2)
        ),
        *company(words, tongue),
        *(f"joined {word[1:]}" for word in words if tongue == "he" and _JOINING.match(word)),
    }


def _in_a_row(sorts: Sequence[str]) -> Iterator[str]:
    for size in _SIZES:
        for start in range(len(sorts) - size + 1):
            yield " ".join(("row", *sorts[start : start + size]))


def _beside(words: Sequence[str], sorts: Sequence[str]) -> Iterator[str]:
    for (word, sort), (other, after) in pairwise(zip(words, sorts, strict=True)):
        yield f"word {word} {after}"
        yield f"after {sort} {other}"
    for first, sort, last in zip(words, sorts[1:], words[2:], strict=False):
        yield f"round {first} {sort} {last}"


@lru_cache(20_000)
def _sort(word: str, tongue: str) -> str:
    """The sort of a word, "" of most."""
    known = _sorts(tongue)
    bare = (
        word,
        *(word[found.end() :] for found in (_JOINED[tongue].match(word), _JOINING.match(word)) if found),
    )
    for one in bare:
        if one in known.whole:
            return known.whole[one]
        for size in range(len(one), _SHORTEST - 1, -1):
            if one[:size] in known.begun:
                return known.begun[one[:size]]
    return ""


@lru_cache(20_000)
def _shape(word: str, tongue: str) -> str:
    """What of an unknown word tells how it is used."""
    if not word[0].isalpha():
        return "#" if word[0].isdigit() else word[0]
    ending = _ENDING[tongue].search(word)
    return f"x{ending[0]}" if ending else "x"
