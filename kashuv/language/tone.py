"""Finds the tone of a text towards its reader, with the words that carry it.

Precision goes before completeness: every finding is shown to a person with the words marked, and an
ordinary business letter must not be called angry.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kashuv.language.marks import plain
from kashuv.language.reading import ToneFound, ToneKind, Tongue
from kashuv.language.tables import Hit, Patterns, patterns, table, tongues_in

_LOOK_BACK = 40  # characters before a finding that may turn it round
_TURNED_BY_NOT: frozenset[str] = frozenset(
    ("anger", "worry", "satisfaction", "insult", "indifference", "blame", "urgency", "thanks")
)


class _Words(NamedTuple):
    tones: tuple[tuple[ToneKind, Patterns], ...]
    negation: re.Pattern[str]
    not_his_own: re.Pattern[str]


@cache
def _words(tongue: str) -> _Words:
    words = table(tongue, "tone")
    flags = re.IGNORECASE | re.MULTILINE if tongue == "en" else re.MULTILINE
    return _Words(
        tuple((kind, patterns(entries, flags)) for kind, entries in words.TONES.items()),
        re.compile(words.NEGATION, flags),
        re.compile(words.NOT_HIS_OWN, flags),
    )


def find(text: str, tongue: Tongue | None = None) -> tuple[ToneFound, ...]:
    """Every tone in the text, in the order of its words."""
    read = plain(text)
    best: dict[tuple[ToneKind, int], tuple[Hit, int]] = {}
    for one in tongues_in(read.text, tongue):
        words = _words(one)
        for kind, table_of_kind in words.tones:
            for hit in table_of_kind.hits(read.text):
                if not _turned(read.text, hit, kind, words):
                    _keep_strongest(best, kind, hit)
    found = [
        ToneFound(kind, read.words(hit.start, hit.end), hit.weight) for (kind, _), (hit, _) in best.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.words.start, one.kind)))


def _turned(text: str, hit: Hit, kind: ToneKind, words: _Words) -> bool:
    """Whether what stands before the words takes them back, or gives them to somebody else."""
    before = text[max(0, hit.start - _LOOK_BACK) : hit.start]
    before = re.split(r"[.!?\n,;]", before)[-1]
    if kind in _TURNED_BY_NOT and words.negation.search(before):
        return True
    return words.not_his_own.search(before) is not None


def _keep_strongest(best: dict[tuple[ToneKind, int], tuple[Hit, int]], kind: ToneKind, hit: Hit) -> None:
    """Of findings of one kind that overlap, the strongest stays."""
    for (other, start), (earlier, _) in list(best.items()):
        if other == kind and hit.start < earlier.end and earlier.start < hit.end:
            if earlier.weight >= hit.weight:
                return
            del best[other, start]
    best[kind, hit.start] = (hit, hit.end)
