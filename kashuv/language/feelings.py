"""Counts the words of feeling in a text: how much good and how much bad it says, and which feelings.

A word that is denied counts for the other side, and what stands before a "but" counts less than what comes after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kashuv.language.features import tokens
from kashuv.language.he import feelings as words

_PREFIXES = frozenset("ושהבכל")
_MOST_PREFIXES = 3
_LONGEST = 3  # words in one entry
_REACH = 2  # words between a "not" and what it denies
_NOT_BAD, _BEFORE_BUT = 0.7, 0.6  # how much of its weight such a word keeps
_PLAIN = 0.35  # the balance below which a text is neither good nor bad


class Heard(NamedTuple):
    """What the words of feeling in a text weigh."""

    good: float
    bad: float
    plain: int  # words of one who has nothing to say either way
    feelings: frozenset[str]


@cache
def _table() -> dict[str, frozenset[str]]:
    """What every known word tells: "good", "bad", "plain", or a feeling."""
    told: dict[str, set[str]] = {}
    listed = {"good": words.GOOD, "bad": words.BAD, "plain": words.PLAIN, **words.FEELINGS}
    for kind, entries in listed.items():
        for entry in entries.split():
            stem, *endings = entry.split("|")
            for ending in ("", *endings):
                told.setdefault(stem + ending, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in told.items()}


def heard(text: str) -> Heard:
    """What is said of good, bad and neither."""
    said = tokens(text)
    but = max((place for place, word in enumerate(said) if word in words.BUT), default=0)
    weight = {"good": 0.0, "bad": 0.0}
    plain, feelings = 0, set[str]()
    since = 0  # a "not" that belongs to an entry denies nothing more
    for place, size, kinds in _known(said):
        denied = any(word in words.NEGATION for word in said[max(since, place - _REACH) : place])
        since = place + size if size > 1 else since
        share = _emphasis(said, place, size) * (_BEFORE_BUT if place < but else 1.0)
        if "good" in kinds:
            weight["bad" if denied else "good"] += share
        if "bad" in kinds:
            weight["good" if denied else "bad"] += share * (_NOT_BAD if denied else 1.0)
        plain += "plain" in kinds
        feelings |= {f"no {kind}" if denied else kind for kind in kinds & words.FEELINGS.keys()}
    return Heard(weight["good"], weight["bad"], plain, frozenset(feelings))


def side(text: str, lean: float = 0.0) -> str:
    """Whether a text is "positive", "negative" or "neutral"; `lean` is what else is known of it."""
    found = heard(text)
    balance = (found.good - found.bad) * (found.good + found.bad + 1) ** -0.5 + (0 if found.plain else lean)
    return "neutral" if abs(balance) < _PLAIN else "positive" if balance > 0 else "negative"


def _known(said: list[str]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The known words in their order, the longest first: place, number of words, what they tell."""
    table, place = _table(), 0
    while place < len(said):
        for size in range(_LONGEST, 0, -1):
            kinds = _told(table, "_".join(said[place : place + size]))
            if kinds:
                yield place, size, kinds
                break
        else:
            size = 1
        place += size


def _told(table: dict[str, frozenset[str]], word: str) -> frozenset[str]:
    """What a word tells, with up to three letters taken off before it."""
    for taken in range(_MOST_PREFIXES + 1):
        if word in table:
            return table[word]
        if len(word) - taken < 3 or word[:1] not in _PREFIXES:
            break
        word = word[1:]
    return frozenset()


def _emphasis(said: list[str], place: int, size: int) -> float:
    beside = (said[place - 1] if place else "", said[place + size] if place + size < len(said) else "")
    return 1.5 if any(word in words.VERY for word in beside) else 1.0
