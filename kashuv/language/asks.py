"""Finds what the writer wants of the reader: a request, an answer, a meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from kashuv.language.marks import plain
from kashuv.language.reading import AskFound, AskKind, Moment, Tongue, named_in
from kashuv.language.sentences import sentences
from kashuv.language.tables import Patterns, patterns, table, tongues_in

_WORTH_SAYING = 0.55


class _Words(NamedTuple):
    request: Patterns
    question: Patterns
    meeting: Patterns
    not_asking: Patterns


@cache
def _words(tongue: str) -> _Words:
    words = table(tongue, "asks")
    flags = re.IGNORECASE if tongue == "en" else 0
    return _Words(
        patterns(words.REQUESTS, flags),
        patterns(words.QUESTIONS, flags),
        patterns(words.MEETINGS, flags),
        patterns({pattern: (1.0, why) for pattern, why in words.NOT_ASKING.items()}, flags),
    )


def find(text: str, tongue: Tongue | None = None, moments: Sequence[Moment] = ()) -> tuple[AskFound, ...]:
    """Every ask in the text: the sentence, of which kind, and when it is wanted."""
    read = plain(text)
    found = []
    for start, end in sentences(read.text):
        kind, certainty = _kind(read.text[start:end], tongue)
        if certainty >= _WORTH_SAYING:
            words = read.words(start, end)
            due = next(iter(named_in(words, moments)), None)
            found.append(AskFound(kind, words, due, certainty))
    return tuple(found)


def _kind(sentence: str, tongue: Tongue | None) -> tuple[AskKind, float]:
    """A meeting is also a request, and a request may be put as a question: the narrower one is told."""
    told = weights(sentence, tongue)
    for kind in ("meeting", "request", "question"):
        if told[kind] >= _WORTH_SAYING:
            return kind, told[kind]
    return "question", 0.0


def weights(sentence: str, tongue: Tongue | None = None) -> dict[AskKind, float]:
    """How surely the sentence asks, by kind."""
    told: dict[AskKind, float] = {"request": 0.0, "question": 0.0, "meeting": 0.0}
    for one in tongues_in(sentence, tongue):
        words = _words(one)
        polite_noise = words.not_asking.strongest(sentence)
        if "?" in sentence or not polite_noise:
            told["question"] = max(told["question"], words.question.strongest(sentence))
        if not polite_noise:
            told["request"] = max(told["request"], words.request.strongest(sentence))
            told["meeting"] = max(told["meeting"], words.meeting.strongest(sentence))
    return told


def heard(text: str, tongue: str) -> set[str]:
    """By name every entry of the tables that the text holds, for whoever wants to weigh them anew."""
    words = _words(tongue)
    named = zip(words._fields, words, strict=True)
    return {f"{name}: {hit.meaning}" for name, entries in named for hit in entries.hits(text)}
