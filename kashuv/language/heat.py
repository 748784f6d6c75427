"""Finds the heat in a draft of our own, with the words that carry it: anger, blame, sarcasm, insult, coldness.

What is quoted, told of somebody else or said of oneself is no heat: "the client is furious" is news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from kashuv.language import harsh, hunches, tone
from kashuv.language.marks import Plain, plain
from kashuv.language.reading import ToneFound, ToneKind
from kashuv.language.tables import Tables, table, tongues_in

KINDS: frozenset[ToneKind] = frozenset({"anger", "blame", "sarcasm", "insult", "coldness"})
_LOOK_BACK = 160  # characters of the same sentence in which somebody else may have begun to speak
_SURE, _SUREST = 0.8, 0.9  # certainty of words that are heat unless the draft is cold, and in any draft
_MOST = 200  # findings; more would tell nobody more
_QUOTED = re.compile(r"(?<!\w)\"[^\"\n]{2,120}\"(?!\w)|“[^”\n]{2,120}”|„[^”“\n]{2,120}[”“]")
_SENTENCE = re.compile(r"[.!?\n]")


class _Words(NamedTuple):
    heat: Tables
    none: re.Pattern[str]
    reported: re.Pattern[str]


@cache
def _words(tongue: str) -> _Words:
    words = table(tongue, "heat")
    return _Words(
        Tables(words.HEAT, re.MULTILINE),
        re.compile(words.NOT_HEAT, re.IGNORECASE),
        re.compile(words.REPORTED, re.IGNORECASE),
    )


def find(text: str | Plain) -> tuple[ToneFound, ...]:
    """Every heated stretch in the order of its words; of those that overlap the surest."""
    read = plain(text)
    even = Plain(read.text, read.text, None)
    words = [one for one in (*tone.find(even), *_of_drafts(even), *harsh.find(even)) if one.kind in KINDS]
    hunch = hunches.hunch(even)
    cool = list(_cool(read.text))
    own = [one for one in _believed(words, hunch.heat) if not _is_cool(read.text, one, cool)]
    known = [_surer(one, hunch) for one in _surest(own[:_MOST])]
    more = [one for one in hunch.found if not any(_meet(one, other) for other in known)]
    return tuple(
        ToneFound(one.kind, read.words(one.words.start, one.words.end), one.certainty)
        for one in sorted((*known, *more), key=lambda one: one.words.start)
    )


def _believed(words: list[ToneFound], heat: float) -> list[ToneFound]:
    """The less sure the words are, the warmer the draft must seem in which they stand."""
    least = 0.0 if heat > hunches.WARM else _SURE if heat > hunches.COLD else _SUREST
    return [one for one in words if one.certainty >= least]


def _surer(one: ToneFound, hunch: hunches.Hunch) -> ToneFound:
    """Known words say better than a model which they are; that both hear something there makes it surer."""
    heard = [one.certainty, *(other.certainty for other in hunch.found if _meet(one, other))]
    return replace(one, certainty=max(heard))


def _of_drafts(read: Plain) -> Iterator[ToneFound]:
    for tongue in tongues_in(read.ready):
        for hit in _words(tongue).heat.hits(read.ready):
            said = read.text[hit.start : hit.end]
            start, end = hit.start + len(said) - len(said.lstrip()), hit.end - len(said) + len(said.rstrip())
            if start < end:
                yield ToneFound(hit.table, read.words(start, end), hit.weight)  # type: ignore[arg-type]


def _cool(text: str) -> Iterator[tuple[int, int]]:
    """The places of what looks like heat and is none."""
    patterns = [_QUOTED, *(_words(tongue).none for tongue in tongues_in(text))]
    for pattern in patterns:
        for found in pattern.finditer(text):
            yield found.span()


def _is_cool(text: str, one: ToneFound, cool: list[tuple[int, int]]) -> bool:
    if any(start < one.words.end and one.words.start < end for start, end in cool):
        return True
    before = _SENTENCE.split(text[max(0, one.words.start - _LOOK_BACK) : one.words.start])[-1]
    if not before.strip():
        return False
    return any(_words(tongue).reported.search(before) for tongue in tongues_in(before))


def _meet(one: ToneFound, other: ToneFound) -> bool:
    return one.words.start < other.words.end and other.words.start < one.words.end


def _surest(found: list[ToneFound]) -> list[ToneFound]:
    kept: list[ToneFound] = []
    for one in sorted(found, key=lambda one: -one.certainty):
        if not any(_meet(one, other) for other in kept):
            kept.append(one)
    return kept
