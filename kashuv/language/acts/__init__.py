"""Says of a whole text which acts it performs: asks for something, promises, questions, proposes to meet.

English has examples enough to learn from: small linear models weigh what the word tables find together with
the words and the build of the sentence. In Hebrew only questions do; there the tables decide the rest.
"""

from __future__ import annotations

import math

from kashuv.language import asks, promises
from kashuv.language.acts.views import numbers
from kashuv.language.reading import AskKind, Tongue
from kashuv.language.sentences import sentences
from kashuv.language.tables import tongues_in
from kashuv.language.weights import model

ACTS = ("request", "commitment", "question", "meeting_intent")
_MOST_READ = 4_000  # characters


def acts(text: str, tongue: Tongue | None = None) -> dict[str, float]:
    """How likely the text asks, promises, questions, proposes to meet."""
    text = text[:_MOST_READ]
    first = next(iter(tongues_in(text, tongue)), "en")
    if first == "he":
        return {
            act: _learned("question_he", text) if act == "question" else _by_rule(act, text) for act in ACTS
        }
    return {act: _learned(f"{act}_en", text) for act in ACTS}


def _learned(name: str, text: str) -> float:
    learned = model(name)
    row, scale = learned.rows[0], learned.scales[0]
    score = learned.biases[0] + scale * sum(
        sum([row[number] for number in view]) * len(view) ** -0.5
        for view in numbers(text, learned.bits, name[-2:])
        if view
    )
    return 1 / (1 + math.exp(-score))


def _by_rule(act: str, text: str) -> float:
    parts = [text[start:end] for start, end in sentences(text)]
    if act == "commitment":
        return max((promises.bond(part, "he") for part in parts), default=0.0)
    kind: AskKind = "meeting" if act == "meeting_intent" else "request"
    return max((asks.weights(part, "he")[kind] for part in parts), default=0.0)
