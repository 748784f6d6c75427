"""What a small model hears in a sentence of a draft where no known words stand: insults, and English alone, for it learned no other."""

from __future__ import annotations

from collections.abc import Iterator

from kashuv.language.hints import scores
from kashuv.language.marks import Plain
from kashuv.language.reading import ToneFound

_SURE, _CERTAINTY = 1.0, 0.7  # how far an insult must lead, and what it is then worth
_MOST = 12  # sentences; each costs a millisecond
_SHORTEST = 8  # characters: a name or a greeting says nothing


def find(read: Plain) -> Iterator[ToneFound]:
    """The sentences of which the model is sure, whole: it cannot say which word it was."""
    for sentence in read.sentences[:_MOST]:
        hebrew, latin = sentence.letters
        if hebrew or not latin or len(sentence.text) < _SHORTEST:
            continue
        found = scores("insult_en", sentence.text)
        if found["insult"] - found["none"] > _SURE:
            yield ToneFound("insult", read.words(sentence.start, sentence.end), _CERTAINTY)
