"""What small models hear in a draft where no known words stand: a draft as a whole, and each sentence of a longer one.

A score is measured by calm letters: 0 is passed by hardly any, WARM by one in five.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from kashuv.language.features import features
from kashuv.language.marks import Plain
from kashuv.language.outline import outline
from kashuv.language.reading import ToneFound, ToneKind
from kashuv.language.stretch import Stretch
from kashuv.language.tongue import tongue_of
from kashuv.language.weights import model

BITS, KIND_BITS = 18, 15
WARM, COLD = -1.0, -1.75  # below the one only sure words are believed, below the other only the surest
_ALONE = 0.75  # one sentence must be this much surer than a draft
_LEAST, _STEP, _MOST = 0.6, 0.1, 0.9  # certainty where it is just heard, by what is beyond, at the most
_LETTER = 120  # words: more are weighed in pieces of some sentences
_MOST_SENTENCES = 30  # each costs a part of a millisecond
_SHORTEST = 3  # words: fewer say nothing by themselves
_BRIEF = 10  # words: a draft of fewer can't be called cold


class Hunch(NamedTuple):
    """How hot the hottest stretch is, and what was found."""

    heat: float
    found: tuple[ToneFound, ...]


def hunch(read: Plain) -> Hunch:
    """How hot a draft seems, with its hottest sentence, and every other that is hot by itself."""
    sentences = [one for one in read.sentences[:_MOST_SENTENCES] if len(one.words) >= _SHORTEST]
    if not sentences:
        return Hunch(0.0, ())
    tongue = "he" if tongue_of(read.text) == "he" else "en"
    whole = max(_score(read.text[start:end], tongue) for start, end in pieces(sentences))
    alone = {one: _score(one.text, tongue) - _ALONE for one in sentences} if len(sentences) > 1 else {}
    heat = max(whole, *alone.values(), 0.0 if len(read.ready.words) < _BRIEF else 2 * COLD)
    if heat <= 0:
        return Hunch(heat, ())
    hottest = max(alone, key=alone.__getitem__) if alone else sentences[0]
    hot = {one for one, score in alone.items() if score > 0} | {hottest}
    return Hunch(heat, tuple(_found(one, read, heat, tongue) for one in sentences if one in hot))


def pieces(sentences: list[Stretch]) -> Iterator[tuple[int, int]]:
    """The draft, or if it is long its parts, each of neighbouring sentences."""
    start, words = sentences[0].start, 0
    for one, after in zip(sentences, [*sentences[1:], None], strict=True):
        words += len(one.words)
        if after is None or words + len(after.words) > _LETTER:
            yield start, one.end
            start, words = after.start if after else one.end, 0


def seen_in(said: str, tongue: str, bits: int = BITS) -> list[int]:
    """The numbers of everything that a model sees of a stretch."""
    return features(said, bits, (), sorted(outline(said, tongue)))


def _score(said: str, tongue: str) -> float:
    (score,) = model(f"heat_{tongue}").scores(seen_in(said, tongue))
    return score


def _found(sentence: Stretch, read: Plain, heat: float, tongue: str) -> ToneFound:
    kinds = model(f"heat_kind_{tongue}")
    told = dict(zip(kinds.labels, kinds.scores(seen_in(read.text, tongue, KIND_BITS)), strict=True))
    kind = cast(ToneKind, max(told, key=told.__getitem__))
    certainty = min(_MOST, _LEAST + _STEP * max(heat, 0.0))
    return ToneFound(kind, read.words(sentence.start, sentence.end), certainty)
