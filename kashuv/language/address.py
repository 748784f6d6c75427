"""Tells to whom a text speaks, so that an answer can be written in the same form: him, her, them, none."""

from __future__ import annotations

import re
from functools import cache

from kashuv.language.marks import Plain, plain
from kashuv.language.reading import Form, Tongue
from kashuv.language.tables import Tables, table

_FORMS: dict[str, Form] = {"ms": "him", "fs": "her", "mp": "them", "fp": "them", "none": "none"}
_ENOUGH = 0.75
_MOST_READ = 20_000  # characters: by then it is clear who is spoken to
_HEBREW = re.compile("[א-ת]")


@cache
def _words(tongue: str) -> Tables:
    words = table(tongue, "address")
    return Tables({**words.CLUES, "one": {**words.SINGULAR, words.PAST: (0.8, "a past to one")}})


def find(text: str | Plain, tongue: Tongue | None = None) -> Form:
    """Who is spoken to in this text."""
    return "none" if tongue == "en" else _FORMS[person(text)]


def person(text: str | Plain) -> str:
    """The grammatical person, by Hebrew grammar: ms, fs, mp, fp, or none where nobody is spoken to."""
    read = plain(text).ready.part(0, _MOST_READ)
    if not _HEBREW.search(read.text):
        return "none"
    words = _words("he")
    weight = dict.fromkeys(words.names, 0.0)
    for hit in words.hits(read):
        weight[hit.table] += hit.weight
    one = weight.pop("one")
    if one >= _ENOUGH:
        # a word to one person is to a man unless something tells of a woman
        weight["fs" if weight["fs"] > weight["ms"] else "ms"] += one
    best = max(weight, key=lambda name: weight[name])
    return best if weight[best] >= _ENOUGH else "none"
