"""Tells to whom a text speaks, so that an answer can be written in the same form: him, her, them, none."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kashuv.language.marks import plain
from kashuv.language.reading import Form, Tongue
from kashuv.language.tables import Patterns, patterns, table

_FORMS: dict[str, Form] = {"ms": "him", "fs": "her", "mp": "them", "fp": "them", "none": "none"}
_ENOUGH = 0.75
_HEBREW = re.compile("[א-ת]")


class _Words(NamedTuple):
    clues: dict[str, Patterns]
    singular: Patterns
    past: re.Pattern[str]


@cache
def _words(tongue: str) -> _Words:
    words = table(tongue, "address")
    return _Words(
        {person: patterns(clues) for person, clues in words.CLUES.items()},
        patterns(words.SINGULAR),
        re.compile(words.PAST),
    )


def find(text: str, tongue: Tongue | None = None) -> Form:
    """Who is spoken to in this text."""
    return "none" if tongue == "en" else _FORMS[person(text)]


def person(text: str) -> str:
    """The grammatical person, by Hebrew grammar: ms, fs, mp, fp, or none where nobody is spoken to."""
    text = plain(text[:20_000]).text
    if not _HEBREW.search(text):
        return "none"
    words = _words("he")
    weight = {name: sum(hit.weight for hit in clues.hits(text)) for name, clues in words.clues.items()}
    one = sum(hit.weight for hit in words.singular.hits(text)) + 0.8 * len(words.past.findall(text))
    if one >= _ENOUGH:
        # a word to one person is to a man unless something tells of a woman
        weight["fs" if weight["fs"] > weight["ms"] else "ms"] += one
    best = max(weight, key=lambda name: weight[name])
    return best if weight[best] >= _ENOUGH else "none"
