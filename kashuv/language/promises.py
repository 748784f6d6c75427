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
from kashuv.language.stretch import Stretch
from kashuv.language.tables import Tables, acts_in, table, tables_of_acts, tongues_in

_WORTH_SAYING = 0.5
_TABLES = frozenset(("binding", "reader", "not binding"))
_REMINDER = 0.6  # "as promised", "as we agreed": does not say whose word it was
_QUOTED = re.compile(r"\"[^\"\n]{12,400}\"")


class _Words(NamedTuple):
    binding: Tables
    loosing: Tables
    condition: re.Pattern[str]
    quoting: re.Pattern[str]
    keeping: re.Pattern[str]


@cache
def _words(tongue: str) -> _Words:
    words = table(tongue, "promises")
    flags = re.IGNORECASE if tongue == "en" else 0
    return _Words(
        tables_of_acts(tongue),
        Tables({"not binding": {pattern: (1.0, why) for pattern, why in words.NOT_BINDING.items()}}),
        re.compile(words.CONDITION, flags),
        re.compile(words.QUOTING),
        re.compile(words.KEEPING, flags),
    )


def find(
    text: str | Plain, tongue: Tongue | None = None, moments: Sequence[Moment] = ()
) -> tuple[PromiseFound, ...]:
    """Every promise in the text, with the sentence that it rests on and the moment it is due."""
    read = plain(text)
    return tuple(_promises(read, tongue, moments))


def _promises(read: Plain, tongue: Tongue | None, moments: Sequence[Moment]) -> Iterator[PromiseFound]:
    quoted = [found.span() for found in _QUOTED.finditer(read.text)]
    for sentence in read.sentences:
        if quoted and any(start <= sentence.start and sentence.end <= end for start, end in quoted):
            continue
        for who, certainty, conditional in _bonds(sentence, tongue):
            words = read.words(sentence.start, sentence.end)
            yield PromiseFound(who, words, _due(named_in(words, moments)), conditional, certainty)


def _bonds(sentence: Stretch, tongue: Tongue | None) -> Iterator[tuple[Speaker, float, bool]]:
    for one in tongues_in(sentence, tongue):
        words = _words(one)
        heard = acts_in(sentence, one)
        certainty = _weighed(heard["binding"], sentence, words)
        if heard["reader"] and not _is_his_own(heard["reader"], certainty, sentence, words):
            yield "reader", heard["reader"], False
            return
        if certainty >= _WORTH_SAYING:
            yield "writer", certainty, words.condition.search(sentence.text) is not None
            return


def _is_his_own(reminds: float, binds: float, sentence: Stretch, words: _Words) -> bool:
    """Whether the word that the writer reminds of is the one that he gives, or keeps, in the same breath."""
    if reminds > _REMINDER:
        return False
    return binds >= _WORTH_SAYING or words.keeping.search(sentence.text) is not None


def bond(sentence: str | Stretch, tongue: str) -> float:
    """How surely the writer of the sentence binds himself in it."""
    sentence, words = Stretch.of(sentence), _words(tongue)
    return _weighed(acts_in(sentence, tongue)["binding"], sentence, words)


def _weighed(certainty: float, sentence: Stretch, words: _Words) -> float:
    if not certainty or words.loosing.strongest(sentence)["not binding"]:
        return 0.0
    if words.quoting.search(sentence.text):
        certainty *= 0.5
    if words.condition.search(sentence.text):
        certainty *= 0.8
    return certainty


def _due(moments: Sequence[Moment]) -> Moment | None:
    """The deadline among the moments of a sentence; without one, the surest moment still to be named."""
    deadlines = [moment for moment in moments if moment.kind == "before"]
    return max(deadlines or moments, key=lambda moment: moment.certainty, default=None)


def heard(text: str | Stretch, tongue: str) -> set[str]:
    """By name every entry of the tables that the text holds, for whoever wants to weigh them anew."""
    stretch, words = Stretch.of(text), _words(tongue)
    hits = (*words.binding.hits(stretch), *words.loosing.hits(stretch))
    found = {f"{hit.table}: {hit.meaning}" for hit in hits if hit.table in _TABLES}
    return found | ({"condition"} if words.condition.search(stretch.text) else set())
