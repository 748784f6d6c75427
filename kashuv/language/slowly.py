"""Reads a letter slowly: what happened, what is asked and wanted, by when; the heat apart from it, and never lost.

For the morning after, when one answers the matter and not the voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Literal

from kashuv.language import asks, dates, tone
from kashuv.language.cooling import Cooled, cool
from kashuv.language.marks import Plain, plain
from kashuv.language.reading import Moment, Tongue, Words, named_in
from kashuv.language.tables import table, tongues_in

MOST_READ = 20_000  # characters; a longer letter is shown as it is
_SURELY = 0.55
_OF_A_NAME = 2  # words
A_DAY = timedelta(days=1)

Sort = Literal["fact", "question", "want", "courtesy"]


@dataclass(frozen=True, slots=True)
class Bare:
    """One thing that was said, without its heat; `words` is the sentence as it stood, `due` when it is wanted."""

    text: str
    words: Words
    due: Moment | None = None


@dataclass(frozen=True, slots=True)
class Slow:
    """A letter read slowly. Whatever was said stands in one of these, in its order."""

    facts: tuple[Bare, ...] = ()
    questions: tuple[Bare, ...] = ()
    wants: tuple[Bare, ...] = ()
    dates: tuple[Moment, ...] = ()
    left_out: tuple[Words, ...] = ()
    courtesies: tuple[Words, ...] = ()


def slowly(text: str, reference: datetime, tongue: Tongue | None = None) -> Slow:
    """The letter's own words, as seen at `reference`; what is beyond a letter's length stands in the last fact."""
    original = plain(text[:MOST_READ])
    read = plain(original.text)
    moments = dates.find(read, reference, tongue)
    tones = tone.find(read, tongue)
    sorted_: dict[Sort, list[Bare]] = {"fact": [], "question": [], "want": [], "courtesy": []}
    left_out: list[Words] = []
    first, last = _edges(read)
    days = [(one.words.start, one.words.end) for one in moments if not _of_today(one, reference)]
    for sentence in read.sentences:
        cooled = cool(read.text, sentence.start, sentence.end, tones, days)
        taken = [_trimmed(read.text, *place) for place in cooled.taken]
        left_out += [original.words(*place) for place in taken if place[0] < place[1]]
        if cooled.text:
            words = read.words(sentence.start, sentence.end)
            due = next(iter(named_in(words, moments)), None)
            bare = Bare(cooled.text, original.words(sentence.start, sentence.end), due)
            alone = sentence.start == first or sentence.end == last
            hailed = sentence is read.sentences[0] and _hail(cooled, read.text[sentence.start : sentence.end])
            courteous = hailed or (alone and _name(cooled))
            sorted_["courtesy" if courteous else _sort(cooled, tongue)].append(bare)
    return Slow(
        facts=(*sorted_["fact"], *_beyond(text)),
        questions=tuple(sorted_["question"]),
        wants=tuple(sorted_["want"]),
        dates=tuple(_named(original, moments)),
        left_out=tuple(left_out),
        courtesies=tuple(one.words for one in sorted_["courtesy"]),
    )


def _of_today(moment: Moment, reference: datetime) -> bool:
    """Whether it is the day on which the letter was written: anger says "now" and "today" of itself."""
    if moment.start is None or moment.end is None:
        return False
    return moment.start.date() <= reference.date() < max(moment.end.date(), moment.start.date() + A_DAY)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without blanks around it; nothing where there is no word."""
    said = text[start:end]
    if not re.search(r"\w", said):
        return start, start
    return start + len(said) - len(said.lstrip()), end - (len(said) - len(said.rstrip(" \t\n,;")))


def _edges(read: Plain) -> tuple[int, int]:
    """Where the first sentence begins and the last ends: names stand there."""
    return (read.sentences[0].start, read.sentences[-1].end) if len(read.sentences) > 1 else (-1, -1)


def _name(cooled: Cooled) -> bool:
    """A word or two without a sign at their end, that is how letters begin and are signed."""
    return (
        len(cooled.text.split()) <= _OF_A_NAME and cooled.text[-1:] not in ".?" and cooled.text[0].isalpha()
    )


def _hail(cooled: Cooled, said: str) -> bool:
    """Whether all that is left of the first sentence is whom it hails: "Noa, this is ridiculous!"."""
    left = cooled.text.rstrip(".")
    tongue = next(iter(tongues_in(left)), "en")
    return bool(cooled.taken) and said.startswith(f"{left},") and bool(_hailing(tongue).match(left))


@cache
def _hailing(tongue: str) -> re.Pattern[str]:
    return re.compile(table(tongue, "slowly").HAIL)


def _sort(cooled: Cooled, tongue: Tongue | None) -> Sort:
    if _courtesy(next(iter(tongues_in(cooled.text)), "en")).match(cooled.text):
        return "courtesy"
    told = asks.weights(cooled.text, tongue)
    if cooled.demands or max(told["request"], told["meeting"]) >= _SURELY:
        return "want"
    return "question" if cooled.text.endswith("?") or told["question"] >= _SURELY else "fact"


@cache
def _courtesy(tongue: str) -> re.Pattern[str]:
    return re.compile(table(tongue, "slowly").COURTESY, re.IGNORECASE)


def _named(original: Plain, moments: tuple[Moment, ...]) -> Iterator[Moment]:
    """The days and hours that were named, each once, with the words as they stood."""
    seen = set()
    for one in moments:
        if (one.start, one.end) not in seen:
            seen.add((one.start, one.end))
            words = original.words(one.words.start, one.words.end)
            yield Moment(one.start, one.end, one.grain, one.kind, words, one.certainty)


def _beyond(text: str) -> Iterator[Bare]:
    if rest := text[MOST_READ:].strip():
        start = text.index(rest, MOST_READ)
        yield Bare(rest, Words(start, start + len(rest), rest))
