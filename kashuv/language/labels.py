"""Says of a whole text what it is by a set of labels: sentiment, tone, politeness, insult, sarcasm, feelings.

Here rules and statistics meet: what the word tables find is handed to small linear models as a hint among
the hashed words of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashuv.language import address, tone
from kashuv.language.features import features
from kashuv.language.weights import model

FLAGS = ("anger", "disgust", "expectation", "fear", "happy", "sadness", "surprise", "trust")
_ANOTHER_NAME = {"sentiment_survey_he": "sentiment_he"}


def label(set_name: str, text: str, context: Sequence[str] = ()) -> str:
    """The label of the text in that set; an unknown set is a KeyError that names it."""
    if set_name == "address_gender_he":
        return address.person(text)
    scores = _scores(_ANOTHER_NAME.get(set_name, set_name), text, context)
    return max(scores, key=lambda name: scores[name])


def flags(text: str) -> dict[str, bool]:
    """Which feelings stand in the text."""
    scores = _scores("emotion_he", text)
    return {name: scores[name] > 0 for name in FLAGS}


def _scores(name: str, text: str, context: Sequence[str] = ()) -> dict[str, float]:
    try:
        learned = model(name)
    except FileNotFoundError:
        raise KeyError(f"there is no set of labels named {name}") from None
    numbers = features(text, learned.bits, context, tuple(hints(name, text)))
    return dict(zip(learned.labels, learned.scores(numbers), strict=True))


def hints(name: str, text: str) -> Iterator[str]:
    """What the word tables say of the text, for the models that learn from it."""
    yield from sorted({f"tone {found.kind}" for found in tone.find(text)})
