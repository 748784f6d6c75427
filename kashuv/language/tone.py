"""Finds the tone of a text towards its reader, with the words that carry it.

Precision goes before completeness: every finding is shown to a person with the words marked, and an
ordinary business letter must not be called angry.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby, islice
from operator import attrgetter
from typing import NamedTuple

from kashuv.language.marks import Plain, plain
from kashuv.language.reading import ToneFound, ToneKind, Tongue
from kashuv.language.tables import Hit, Tables, table, tongues_in

_LOOK_BACK = 40  # characters before a finding that may turn it round
_AND = "ו"
_MOST = 200  # findings of one kind; more would tell nobody more
_TURNED_BY_NOT: frozenset[str] = frozenset(
    ("anger", "upset", "worry", "satisfaction", "insult", "indifference", "blame", "urgency", "thanks")
)


class _Words(NamedTuple):
    tones: Tables
    negation: re.Pattern[str]
    not_his_own: re.Pattern[str]


@cache
def _words(tongue: str) -> _Words:
    words = table(tongue, "tone")
    flags = re.IGNORECASE | re.MULTILINE if tongue == "en" else re.MULTILINE
    return _Words(
        Tables(words.TONES, re.MULTILINE),
        re.compile(words.NEGATION, flags),
        re.compile(words.NOT_HIS_OWN, flags),
    )


def find(text: str | Plain, tongue: Tongue | None = None) -> tuple[ToneFound, ...]:
    """Every tone in the text, in the order of its words."""
    read = plain(text)
    found = []
    for one in tongues_in(read.ready, tongue):
        words = _words(one)
        for kind, hits in groupby(words.tones.hits(read.ready), key=attrgetter("table")):
            own = [hit for hit in islice(hits, _MOST) if not _turned(read.text, hit, kind, words)]
            found += [
                ToneFound(kind, read.words(*_tight(read.text, hit)), hit.weight) for hit in _strongest(own)
            ]
    return tuple(sorted(found, key=lambda one: (one.words.start, one.kind)))


def _tight(text: str, hit: Hit) -> tuple[int, int]:
    """The place of the words without the blanks around them."""
    said = text[hit.start : hit.end]
    return hit.start + len(said) - len(said.lstrip()), hit.end - (len(said) - len(said.rstrip()))


def _turned(text: str, hit: Hit, kind: ToneKind, words: _Words) -> bool:
    """Whether what stands before the words takes them back, or gives them to somebody else.

    In Hebrew a new clause that begins with "and" (ולא מקובל עליי) is not reached by a "not" before it.
    """
    before = text[max(0, hit.start - _LOOK_BACK) : hit.start]
    before = re.split(r"[.!?\n,;]", before)[-1]
    denied = kind in _TURNED_BY_NOT and text[hit.start] != _AND
    if denied and words.negation.search(before):
        return True
    return words.not_his_own.search(before) is not None


def _strongest(hits: list[Hit]) -> list[Hit]:
    """Of findings that overlap, the strongest."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: -hit.weight):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return kept
