"""Finds what the writer wants of the reader: a request, an answer, a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from kashuv.language.marks import Plain, plain
from kashuv.language.reading import AskFound, AskKind, Moment, Tongue, named_in
from kashuv.language.stretch import Stretch
from kashuv.language.tables import acts_in, tables_of_acts, tables_of_telling, tongues_in

_WORTH_SAYING = 0.55
_TABLES = {"request": "request", "order": "request"} | {
    name: name for name in ("question", "meeting", "not_asking")
}


def find(
    text: str | Plain, tongue: Tongue | None = None, moments: Sequence[Moment] = ()
) -> tuple[AskFound, ...]:
    """Every ask in the text: the sentence, of which kind, and when it is wanted."""
    read = plain(text)
    found = []
    for sentence in read.sentences:
        kind, certainty = _kind(sentence, tongue)
        if certainty >= _WORTH_SAYING:
            words = read.words(sentence.start, sentence.end)
            due = next(iter(named_in(words, moments)), None)
            found.append(AskFound(kind, words, due, certainty))
    return tuple(found)


def _kind(sentence: Stretch, tongue: Tongue | None) -> tuple[AskKind, float]:
    """A meeting is also a request, and a request may be put as a question: the narrower one is told."""
    told = weights(sentence, tongue)
    for kind in ("meeting", "request", "question"):
        if told[kind] >= _WORTH_SAYING:
            return kind, told[kind]
    return "question", 0.0


def weights(sentence: str | Stretch, tongue: Tongue | None = None) -> dict[AskKind, float]:
    """How surely the sentence asks, by kind."""
    sentence = Stretch.of(sentence)
    told: dict[AskKind, float] = {"request": 0.0, "question": 0.0, "meeting": 0.0}
    for one in tongues_in(sentence, tongue):
        heard = acts_in(sentence, one)
        polite_noise = heard["not_asking"]
        if "?" in sentence.text or not polite_noise:
            told["question"] = max(told["question"], heard["question"])
        if not polite_noise:
            told["request"] = max(told["request"], heard["request"], _ordered(sentence, one, heard["order"]))
            told["meeting"] = max(told["meeting"], heard["meeting"])
    return told


def _ordered(sentence: Stretch, tongue: str, weight: float) -> float:
    """An order, unless the sentence tells of somebody who did it: Hebrew spells "send" and "he sent" alike."""
    return 0.0 if weight and tables_of_telling(tongue).strongest(sentence)["telling"] else weight


def heard(text: str | Stretch, tongue: str) -> set[str]:
    """By name every entry of the tables that the text holds, for whoever wants to weigh them anew."""
    hits = tables_of_acts(tongue).hits(text)
    return {f"{_TABLES[hit.table]}: {hit.meaning}" for hit in hits if hit.table in _TABLES}
