"""Says of a whole text what it is by a set of labels: sentiment, tone, politeness, insult, sarcasm, acts, feelings.

Here rules and statistics meet: what the word tables find is handed to small linear models as a hint among
the hashed words of the text.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from kashuv.language import address, asks, promises, tone
from kashuv.language.dates.lexer import runs
from kashuv.language.features import features
from kashuv.language.reading import AskKind, Tongue
from kashuv.language.sentences import sentences
from kashuv.language.tables import tongues_in
from kashuv.language.weights import model

FLAGS = ("anger", "disgust", "expectation", "fear", "happy", "sadness", "surprise", "trust")
ACTS = ("request", "commitment", "question", "meeting_intent")
_OF_ACTS = ("request", "commitment", "question", "meeting")
_WEIGHT_OF_A_HINT = 3  # words of the text that one entry of a table outweighs
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


def acts(text: str, tongue: Tongue | None = None) -> dict[str, float]:
    """How likely the text asks, promises, questions, proposes to meet."""
    first = next(iter(tongues_in(text, tongue)), "en")
    return {act: _chance(act, first, text) for act in ACTS}


def _chance(act: str, tongue: str, text: str) -> float:
    if tongue == "he" and act != "question":
        return _by_rule(act, text[:4000])
    return 1 / (1 + math.exp(-_scores(f"{act}_{tongue}", text)[act]))


def _by_rule(act: str, text: str) -> float:
    """Hebrew has few examples to learn from; the tables know more than they could teach."""
    parts = [text[start:end] for start, end in sentences(text)]
    if act == "commitment":
        return max((promises.bond(part, "he") for part in parts), default=0.0)
    kind: AskKind = "meeting" if act == "meeting_intent" else "request"
    return max((asks.weights(part, "he")[kind] for part in parts), default=0.0)


def _scores(name: str, text: str, context: Sequence[str] = ()) -> dict[str, float]:
    try:
        learned = model(name)
    except FileNotFoundError:
        raise KeyError(f"there is no set of labels named {name}") from None
    numbers = features(text, learned.bits, context, tuple(hints(name, text)))
    return dict(zip(learned.labels, learned.scores(numbers), strict=True))


def hints(name: str, text: str) -> Iterator[str]:
    """What the word tables say of the text, for the models that learn from it."""
    if name.startswith(_OF_ACTS):
        yield from _hints_of_acts(text[:4000])
    else:
        yield from sorted({f"tone {found.kind}" for found in tone.find(text)})


def _hints_of_acts(text: str) -> Iterator[str]:
    strongest = {"request": 0.0, "question": 0.0, "meeting": 0.0, "commitment": 0.0}
    heard: set[str] = set()
    for start, end in sentences(text):
        sentence = text[start:end]
        for kind, weight in asks.weights(sentence).items():
            strongest[kind] = max(strongest[kind], weight)
        for one in tongues_in(sentence):
            strongest["commitment"] = max(strongest["commitment"], promises.bond(sentence, one))
            heard |= asks.heard(sentence, one) | promises.heard(sentence, one)
    heard |= {f"{kind} found" if weight else f"no {kind}" for kind, weight in strongest.items()}
    if next(runs(text), None):
        heard.add("time is named")
    for entry in sorted(heard):
        yield from (f"{entry} {time}" for time in range(_WEIGHT_OF_A_HINT))
