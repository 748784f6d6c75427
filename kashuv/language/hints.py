"""What the word tables, and one model to another, say of a text: the hints that a model weighs with its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from kashuv.language import tone
from kashuv.language.features import features, tokens
from kashuv.language.feelings import heard
from kashuv.language.tables import table
from kashuv.language.weights import model

ALONE = frozenset({"sarcasm_en"})
"""Models that weigh hints alone: they had too few examples to learn words from."""

_MOST_READ, _MOST_HEARD = 4_000, 20_000  # characters; the latter for tone
_OF_MANNERS, _OF_MODELS, _OF_FEELINGS = 6, 3, 3
_STEPS = (-3, -2, -1, 0, 1, 2)
_MOST_FEELING = 4


def hints(name: str, text: str, context: Sequence[str] = ()) -> tuple[str, ...]:
    """The hints for the model of that name; a hint that outweighs several words is there several times."""
    more = _MORE.get(name)
    return (*_of_tone(text[:_MOST_HEARD]), *(more(text[:_MOST_READ], context) if more else ()))


def scores(name: str, text: str, context: Sequence[str] = ()) -> dict[str, float]:
    """How much speaks for every label of a model; an unknown one is a KeyError that names it."""
    try:
        learned = model(name)
    except FileNotFoundError:
        raise KeyError(f"there is no set of labels named {name}") from None
    seen = seen_by(name, text, learned.bits, context)
    return dict(zip(learned.labels, learned.scores(seen), strict=True))


def seen_by(name: str, text: str, bits: int, context: Sequence[str] = ()) -> list[int]:
    """The numbers of everything that a model sees of a text."""
    found = hints(name, text, context)
    return features("", bits, (), found) if name in ALONE else features(text, bits, context, found)


def _times(many: int, entries: Iterator[str]) -> Iterator[str]:
    for entry in entries:
        yield from (f"{entry} {time}" for time in range(many))


def _of_tone(text: str) -> Iterator[str]:
    yield from sorted({f"tone {found.kind}" for found in tone.find(text)})


def _of_manners(text: str, _: Sequence[str]) -> Iterator[str]:
    """Signs of courtesy, and what the models of tone and of insult say."""
    signs = _signs("manners", "MANNERS")
    yield from _times(_OF_MANNERS, (name for name, sign in signs.items() if sign.search(text)))
    yield from _times(_OF_MODELS, (step for name in ("tone_en", "insult_en") for step in _steps(name, text)))


def _steps(name: str, text: str) -> Iterator[str]:
    """A model's scores as a staircase: one hint for every step that is reached."""
    for label, score in scores(name, text).items():
        yield from (f"{label} above {step}" for step in _STEPS if score > step)


def _of_irony(text: str, context: Sequence[str]) -> Iterator[str]:
    """Signs in the answer and in the line before, the lengths, and how the two fit together."""
    irony, signs = table("en", "irony"), _signs("irony", "SIGNS")
    before = context[-1] if context else ""
    yield from (name for name, sign in signs.items() if sign.search(text))
    yield from (f"before: {name}" for name in irony.BEFORE if signs[name].search(before))
    yield f"words {min(len(text.split()) // 4, 7)}"
    yield f"sentences {min(len(_SENTENCE_END.findall(text)), 5)}"
    yield f"words before {min(len(before.split()) // 5, 6)}"
    yield f"lines before {min(len(context), 6)}"
    shared = set(tokens(text)) & set(tokens(" ".join(context[-2:]))) - irony.EMPTY
    yield f"words shared {min(len(shared), 3)}"
    if signs["praise"].search(text):
        if not signs["praise"].search(" ".join(context)):
            yield "praise out of nothing"
        if re.search(irony.TROUBLE, before, re.IGNORECASE):
            yield "praise after trouble"
    mine, theirs = _sound(text), _sound(before) if context else "silent"
    yield from (f"sounds {mine}", f"before sounds {theirs}", f"{theirs} answered with {mine}")


def _sound(text: str) -> str:
    """How a line sounds on its own: good words to a bad turn are what irony is made of."""
    found = scores("tone_en", text)
    good, bad = max(found["satisfied"], found["thankful"]), max(found["angry"], found["upset"])
    if max(good, bad) <= found["indifferent"]:
        return "even"
    return "good" if good > bad else "bad"


def _of_feelings(text: str, _: Sequence[str]) -> Iterator[str]:
    found = heard(text)
    yield from _times(_OF_FEELINGS, iter(sorted(found.feelings)))
    for side, weight in (("good", found.good), ("bad", found.bad)):
        for step in range(_MOST_FEELING):
            if weight > step:
                yield f"{side} above {step}"
    yield (
        "good outweighs" if found.good > found.bad else "bad outweighs" if found.bad > found.good else "even"
    )


@cache
def _signs(module: str, name: str) -> dict[str, re.Pattern[str]]:
    signs: dict[str, str] = getattr(table("en", module), name)
    return {told: re.compile(sign, re.IGNORECASE | re.DOTALL) for told, sign in signs.items()}


_SENTENCE_END = re.compile(r"[.!?]+")
_MORE: dict[str, Callable[[str, Sequence[str]], Iterator[str]]] = {
    "politeness_en": _of_manners,
    "sarcasm_en": _of_irony,
    "sentiment_he": _of_feelings,
    "emotion_he": _of_feelings,
}
