"""Weighs the single words of a draft, sentence by sentence: where no phrase is known, many harsh words to one reader tell it too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kashuv.language.marks import Plain
from kashuv.language.reading import ToneFound, ToneKind
from kashuv.language.tables import table, tongues_in

_INSULTS = 2.0  # a word of this weight speaks of the reader, not of the matter
_MEANT = 1.0  # without one of this weight it is only emphasis
_SPOKEN_TO = 1.0  # what it adds that the reader is spoken to
_GOODWILL = 1.5  # what a word of goodwill takes away
_BREATH = 18  # words: in a longer sentence each says less
_SHORT = 3  # letters: such a word is itself alone, and no beginning of others
_LEAST, _STEP, _MOST = 0.65, 0.1, 0.9  # certainty where it just weighs enough, by what is beyond, at the most
_JOINED = {"he": "[ושהבכלמ]{0,2}", "en": ""}


class _Words(NamedTuple):
    you: re.Pattern[str]
    gentle: re.Pattern[str]
    harsh: re.Pattern[str]
    weights: dict[str, float]
    enough: float
    alone: float


@cache
def _words(tongue: str) -> _Words:
    words = table(tongue, "harsh")
    weights = {
        stem.replace("־", " "): weight for weight, stems in words.HARSH.items() for stem in stems.split()
    }
    longest_first = "|".join(
        re.escape(stem) + (r"(?!\w)" if len(stem) <= _SHORT else "")
        for stem in sorted(weights, key=len, reverse=True)
    )
    return _Words(
        re.compile(words.YOU, re.IGNORECASE),
        re.compile(words.GENTLE, re.IGNORECASE),
        re.compile(rf"(?<!\w){_JOINED[tongue]}({longest_first})\w*", re.IGNORECASE),
        weights,
        words.WEIGHED,
        words.ALONE,
    )


def find(read: Plain) -> Iterator[ToneFound]:
    """The sentences that weigh too much, from their first harsh word to their last."""
    for tongue in tongues_in(read.ready)[:1]:
        words = _words(tongue)
        for sentence in read.sentences:
            found = list(words.harsh.finditer(read.text, sentence.start, sentence.end))
            if not found:
                continue
            heaviest, weight = _weigh(found, read.text[sentence.start : sentence.end], words)
            spoken_to = words.you.search(read.text, sentence.start, sentence.end) is not None
            least, enough = (_MEANT, words.enough) if spoken_to else (_INSULTS, words.alone)
            if heaviest >= least and weight + _SPOKEN_TO * spoken_to >= enough:
                certainty = min(_MOST, _LEAST + _STEP * (weight + _SPOKEN_TO * spoken_to - enough))
                kind: ToneKind = "insult" if heaviest >= _INSULTS else "anger"
                yield ToneFound(kind, read.words(found[0].start(), found[-1].end()), certainty)


def _weigh(found: list[re.Match[str]], said: str, words: _Words) -> tuple[float, float]:
    """The heaviest word, and all of them, each once; goodwill takes from it, and so does a long breath."""
    weights = [words.weights[one] for one in {one[1].lower() for one in found}]
    breath = max(0.0, len(said.split()) - _BREATH) / _BREATH
    return max(weights), sum(weights) - _GOODWILL * len(words.gentle.findall(said)) - breath
