"""A text as sentences that can be ticked, so that words are marked without a script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kashuv.language.sentences import sentences

MOST = 400  # a longer letter is answered in words


@dataclass(frozen=True, slots=True)
class Sentence:
    """`number` counts from 0; `marked` says that it was ticked."""

    number: int
    words: str
    start: int
    end: int
    marked: bool = False


def cut(text: str, marked: Iterable[str] = ()) -> list[Sentence]:
    """The sentences in order; `marked` are the numbers that were ticked, as a form tells them."""
    ticked = set(marked)
    places = list(sentences(text))[:MOST]
    return [
        Sentence(number, text[start:end], start, end, str(number) in ticked)
        for number, (start, end) in enumerate(places)
    ]


def marks(found: Sequence[Sentence], said: str = "") -> list[dict[str, Any]]:
    """The ticked ones, as an opinion keeps them."""
    return [{"start": one.start, "end": one.end, "said": said} for one in found if one.marked]
