"""Weighs a draft of our own before it leaves: what in it could hurt, or was forgotten, and whether to hold it.

It says what it saw and on which words; a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Literal, NamedTuple

from kashuv.language import dates, heat, promises
from kashuv.language.marks import plain
from kashuv.language.reading import Words
from kashuv.language.tables import Tables, table, tongues_in

ConcernKind = Literal[
    "anger", "blame", "sarcasm", "insult", "coldness", "promise_without_date", "attachment_missing"
]

HEATED: frozenset[str] = frozenset({"anger", "blame", "sarcasm", "insult"})
_HELD_ALONE = 0.65  # one heated finding as sure as this is enough to hold a draft
_COLD_ALONE = 0.75  # a cold one must be surer
_NIGHT = (23, 6)  # from, until
_ANY_DAY = datetime(2026, 1, 1, tzinfo=UTC)  # whether a day is named does not hang on which it is


@dataclass(frozen=True, slots=True)
class Concern:
    """What the guard saw, the words, and why it matters."""

    kind: ConcernKind
    words: Words
    because: str
    certainty: float


class _Table(NamedTuple):
    attachment: Tables
    no_attachment_yet: re.Pattern[str]
    because: dict[str, str]


@cache
def _words(tongue: str) -> _Table:
    words = table(tongue, "guard")
    return _Table(
        Tables({"attachment": words.ATTACHMENT}),
        re.compile(words.NO_ATTACHMENT_YET, re.IGNORECASE),
        words.BECAUSE,
    )


def weigh(
    text: str, at: datetime | None = None, attachments: Sequence[str] = ()
) -> tuple[tuple[Concern, ...], bool]:
    """The concerns in the draft, in the order of its words, and whether it should wait until morning."""
    tongue = next(iter(tongues_in(text)), "en")
    because = _words(tongue).because
    found = [*_heat(text, because), *_open_promises(text, at, because)]
    if not attachments:
        found.extend(_missing_attachment(text, tongue, because))
    return tuple(sorted(found, key=lambda concern: concern.words.start)), _hold(found, at)


def _heat(text: str, because: dict[str, str]) -> Iterator[Concern]:
    for found in heat.find(text):
        yield Concern(found.kind, found.words, because[found.kind], found.certainty)  # type: ignore[arg-type]


def _open_promises(text: str, at: datetime | None, because: dict[str, str]) -> Iterator[Concern]:
    moments = dates.find(text, at or _ANY_DAY)
    for promise in promises.find(text, None, moments):
        if (
            promise.who == "writer"
            and promise.due is None
            and not promise.conditional
            and promise.certainty >= 0.65
        ):
            yield Concern(
                "promise_without_date", promise.words, because["promise_without_date"], promise.certainty
            )


def _missing_attachment(text: str, tongue: str, because: dict[str, str]) -> Iterator[Concern]:
    read = plain(text)
    words = _words(tongue)
    if words.no_attachment_yet.search(read.text):
        return
    for hit in words.attachment.hits(read.ready):
        yield Concern(
            "attachment_missing", read.words(hit.start, hit.end), because["attachment_missing"], hit.weight
        )
        return


def _hold(found: Sequence[Concern], at: datetime | None) -> bool:
    """Hold what is hot, and at night whatever is heated at all."""
    late = at is not None and (at.hour >= _NIGHT[0] or at.hour < _NIGHT[1])
    heated = any(concern.kind in HEATED for concern in found)
    return is_hot((concern.kind, concern.certainty) for concern in found) or (late and heated)


def is_hot(heard: Iterable[tuple[str, float]]) -> bool:
    """Whether kinds and certainties are enough by themselves: one that is sure, or several."""
    kinds = list(heard)
    heated = [certainty for kind, certainty in kinds if kind in HEATED]
    cold = max((certainty for kind, certainty in kinds if kind == "coldness"), default=0.0)
    return len(heated) > 1 or max(heated, default=0.0) >= _HELD_ALONE or cold >= _COLD_ALONE
