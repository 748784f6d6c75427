"""Finds promises: who binds himself to what, on which condition, until when.

A sentence is a promise when it holds words that bind, and none that take the bond away again (a
negation, a question, a polite phrase). What the client says that we promised counts as the reader's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kashuv.language.marks import Plain, plain
from kashuv.language.reading import Moment, PromiseFound, Speaker, Tongue, named_in
from kashuv.language.sentences import sentences
from kashuv.language.tables import Patterns, patterns, table, tongues_in

_WORTH_SAYING = 0.5
_QUOTED = re.compile(r"\"[^\"\n]{12,400}\"")


class _Words(NamedTuple):
    binding: Patterns
    reader_binding: Patterns
    not_binding: Patterns
    condition: re.Pattern[str]
    quoting: re.Pattern[str]


@cache
def _words(tongue: str) -> _Words:
    words = table(tongue, "promises")
    flags = re.IGNORECASE if tongue == "en" else 0
    return _Words(
        patterns(words.BINDING, flags),
        patterns(words.READER_BINDING, flags),
        patterns({pattern: (1.0, why) for pattern, why in words.NOT_BINDING.items()}, flags),
        re.compile(words.CONDITION, flags),
        re.compile(words.QUOTING),
    )


def find(text: str, tongue: Tongue | None = None, moments: Sequence[Moment] = ()) -> tuple[PromiseFound, ...]:
    """Every promise in the text, with the sentence that it rests on and the moment it is due."""
    read = plain(text)
    return tuple(_promises(read, tongue, moments))


def _promises(read: Plain, tongue: Tongue | None, moments: Sequence[Moment]) -> Iterator[PromiseFound]:
    quoted = [found.span() for found in _QUOTED.finditer(read.text)]
    for start, end in sentences(read.text):
        sentence = read.text[start:end]
        if any(a <= start and end <= b for a, b in quoted):
            continue
        for who, certainty, conditional in _bonds(sentence, tongue):
            words = read.words(start, end)
            yield PromiseFound(who, words, _due(named_in(words, moments)), conditional, certainty)


def _bonds(sentence: str, tongue: Tongue | None) -> Iterator[tuple[Speaker, float, bool]]:
    for one in tongues_in(sentence, tongue):
        words = _words(one)
        reader = words.reader_binding.strongest(sentence)
        if reader:
            yield "reader", reader, False
            return
        certainty = bond(sentence, one)
        if certainty >= _WORTH_SAYING:
            yield "writer", certainty, words.condition.search(sentence) is not None
            return


def bond(sentence: str, tongue: str) -> float:
    """How surely the writer of the sentence binds himself in it."""
    words = _words(tongue)
    certainty = words.binding.strongest(sentence)
    if not certainty or words.not_binding.strongest(sentence):
        return 0.0
    if words.quoting.search(sentence):
        certainty *= 0.5
    if words.condition.search(sentence):
        certainty *= 0.8
    return certainty


def _due(moments: Sequence[Moment]) -> Moment | None:
    """The deadline among the moments of a sentence; without one, the surest moment still to be named."""
    deadlines = [moment for moment in moments if moment.kind == "before"]
    return max(deadlines or moments, key=lambda moment: moment.certainty, default=None)


def heard(text: str, tongue: str) -> set[str]:
    """By name every entry of the tables that the text holds, for whoever wants to weigh them anew."""
    words = _words(tongue)
    tables = {"binding": words.binding, "reader": words.reader_binding, "not binding": words.not_binding}
    found = {f"{name}: {hit.meaning}" for name, entries in tables.items() for hit in entries.hits(text)}
    return found | ({"condition"} if words.condition.search(text) else set())
