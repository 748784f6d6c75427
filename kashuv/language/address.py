"""Tells to whom a text speaks, so that an answer can be written in the same form: him, her, them, none."""

from __future__ import annotations

import re
from functools import cache

from kashuv.language.marks import Plain, plain
from kashuv.language.reading import Form, Tongue
from kashuv.language.tables import Tables, table

_FORMS: dict[str, Form] = {"ms": "him", "fs": "her", "mp": "them", "fp": "them", "none": "none"}
_TOLD = ("ms", "fs", "mp", "fp")
_ENOUGH = 0.75
_MOST_READ = 20_000  # characters: by then it is clear who is spoken to
_HEBREW = re.compile("[א-ת]")


@cache
def _words(tongue: str) -> Tables:
    words = table(tongue, "address")
    return Tables({**words.CLUES, "one": {**words.SINGULAR, words.PAST: (0.8, "a past to one")}})


def find(text: str | Plain, tongue: Tongue | None = None) -> Form:
    """Who is spoken to in this text, as far as its letters show: לך is spelled alike for him and for her."""
    if tongue == "en":
        return "none"
    weight = _weights(text)
    if max(weight[person] for person in _TOLD) < _ENOUGH:
        return "none"
    return _FORMS[_person(weight)]


def person(text: str | Plain) -> str:
    """The grammatical person, by Hebrew grammar: ms, fs, mp, fp, or none where nobody is spoken to.

    A word to one person counts as to a man unless something tells of a woman, as Hebrew grammar has it.
    """
    return _person(_weights(text))


def _person(weight: dict[str, float]) -> str:
    told = {person: weight[person] for person in _TOLD}
    if weight["one"] >= _ENOUGH:
        told["fs" if told["fs"] > told["ms"] else "ms"] += weight["one"]
    best = max(told, key=lambda name: told[name])
    return best if told[best] >= _ENOUGH else "none"


def _weights(text: str | Plain) -> dict[str, float]:
    """How much speaks for each person, and for one person of whom nothing more is told."""
    read = plain(text).ready.part(0, _MOST_READ)
    weight = dict.fromkeys((*_TOLD, "one"), 0.0)
    if _HEBREW.search(read.text):
        for hit in _words("he").hits(read):
            weight[hit.table] += hit.weight
    return weight
