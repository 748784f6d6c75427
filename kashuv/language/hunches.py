"""What small models hear in a draft where no known words stand: whole sentences, for a model cannot say which word it was."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kashuv.language import tone
from kashuv.language.features import features
from kashuv.language.hints import scores
from kashuv.language.marks import Plain
from kashuv.language.reading import ToneFound
from kashuv.language.weights import model

BITS = 15
SURE = {"he": 1.5, "en": 1.6}  # the score from which a model is believed
_INSULT, _CERTAINTY = 1.0, 0.7  # how far an insult must lead; what a hunch is worth
_MOST = 12  # sentences; each costs a part of a millisecond
_SHORTEST = 6  # words: a name, a greeting or a bare sentence says nothing


def find(read: Plain) -> Iterator[ToneFound]:
    """The stretches of which a model is sure."""
    alone = {one.start: one.end for one in read.sentences}
    for start, end in parts(read):
        said = read.text[start:end]
        if _is_hot(said):
            yield ToneFound("anger", read.words(start, end), _CERTAINTY)
        elif said.isascii() and alone[start] == end and _is_insult(said):
            yield ToneFound("insult", read.words(start, end), _CERTAINTY)


def parts(read: Plain) -> Iterator[tuple[int, int]]:
    """Each sentence, and each two that follow one another: irony often needs both."""
    sentences = [one for one in read.sentences[:_MOST] if len(one.text.split()) >= _SHORTEST]
    for one in sentences:
        yield one.start, one.end
    for one, other in pairwise(sentences):
        yield one.start, other.end


def heard_by(said: str) -> list[int]:
    """The numbers of everything that the model of heat sees of a stretch."""
    hints = sorted({f"tone {found.kind}" for found in tone.find(said)})
    return features(said, BITS, (), hints)


def _is_hot(said: str) -> bool:
    tongue = "he" if any("א" <= letter <= "ת" for letter in said) else "en"
    (score,) = model(f"heat_{tongue}").scores(heard_by(said))
    return score > SURE[tongue]


def _is_insult(said: str) -> bool:
    found = scores("insult_en", said)
    return found["insult"] - found["none"] > _INSULT
