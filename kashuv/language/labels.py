"""Says of a whole text what it is by a set of labels: sentiment, tone, politeness, insult, sarcasm, feelings.

Here rules and statistics meet: what the word tables find is handed to small linear models as hints among
the hashed words of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from kashuv.language import address
from kashuv.language.feelings import side
from kashuv.language.hints import scores

FLAGS = ("anger", "disgust", "expectation", "fear", "happy", "sadness", "surprise", "trust")
_USUAL_LEAN, _MOST_LEAN = (
    1.0,
    2.0,
)  # of the comments from which the model learned: they praise more than others do
_SHARE_OF_LEAN = 0.2


def label(set_name: str, text: str, context: Sequence[str] = ()) -> str:
    """The label of the text in that set; an unknown set is a KeyError that names it."""
    if set_name == "address_gender_he":
        return address.person(text)
    if set_name == "sentiment_survey_he":
        return _plain_sentiment(text)
    found = scores(set_name, text, context)
    return max(found, key=lambda name: found[name])


def _plain_sentiment(text: str) -> str:
    """Sentiment of texts of any kind: the words of feeling decide; the model, learned on one kind, only leans."""
    found = scores("sentiment_he", text)
    lean = found["positive"] - found["negative"] - _USUAL_LEAN
    return side(text, _SHARE_OF_LEAN * max(-_MOST_LEAN, min(_MOST_LEAN, lean)))


def flags(text: str) -> dict[str, bool]:
    """Which feelings stand in the text."""
    found = scores("emotion_he", text)
    return {name: found[name] > 0 for name in FLAGS}
