"""Takes the heat out of a sentence: what is said in anger goes, clause by clause, and what is left is still a sentence.

Nothing is put in other words: each word that is left was said, in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kashuv.language.reading import ToneFound
from kashuv.language.tables import table, tongues_in

Place = tuple[int, int]

_HEATED = frozenset({"anger", "insult", "sarcasm", "blame", "coldness"})
_HURTS = frozenset({"insult", "sarcasm"})
_ENOUGH = 2  # words that say something: a clause that keeps fewer was heat
_FACE = re.compile("[\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]+")
_WORD = re.compile(r"[^\W\d_]+(?:['\"-][^\W\d_]+)*")
_BREAK = re.compile(r"[,;:]\s+|\n+|\s+[-–—]+\s+|[–—]")
_ENDS = re.compile(r"[.!?…\s]*$")
_SHOUTED, _LOUD = re.compile(r"\b[A-Z]{3,}\b"), re.compile(r"\b[A-Z]{2,}\b")
_LOOSE = re.compile(r"\s+(?=[,;:.?])|(?<=\s)\s+|^[\s,;:.!–—-]+|[\s,;:–—-]+$")
_TWICE = re.compile(r"([,;:])[\s,;:]+(?=[,;:])")


class Cooled(NamedTuple):
    """What is left of a sentence ("" if nothing is), whether it demands something, and the places of what was taken."""

    text: str
    demands: bool
    taken: tuple[Place, ...]


class _Words(NamedTuple):
    breaks: re.Pattern[str]
    leads: re.Pattern[str]
    demands: re.Pattern[str]
    heat: re.Pattern[str]
    asks: re.Pattern[str]
    rhetoric: re.Pattern[str]
    joins: re.Pattern[str]
    small: frozenset[str]


@cache
def _words(tongue: str) -> _Words:
    words = table(tongue, "slowly")
    return _Words(
        breaks=_any_case(words.BREAKS),
        leads=_any_case(words.LEADS),
        demands=_any_case(words.DEMANDS),
        heat=_any_case(words.HEAT),
        asks=_any_case(words.ASKS),
        rhetoric=_any_case(words.RHETORIC),
        joins=_any_case(words.JOINS),
        small=frozenset(words.SMALL.split()),
    )


def _any_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def cool(text: str, start: int, end: int, tones: Sequence[ToneFound], days: Sequence[Place] = ()) -> Cooled:
    """The sentence between the two places without its heat; `tones` and `days` are those of the whole text.

    A clause that names one of the `days` stays, and so does a question for a time, a name, a place or a number.
    """
    words = _words(next(iter(tongues_in(text[start:end])), "en"))
    hot = [(one.words.start, one.words.end) for one in tones if one.kind in _HEATED]
    hurts = [(one.words.start, one.words.end) for one in tones if one.kind in _HURTS]
    asked = "?" in text[max(start, end - 6) : end]
    kept: list[Place] = []
    taken: list[Place] = []
    for clause in _clauses(text, start, end, words):
        named = any(_meet(day, clause) for day in days)
        plainly = asked and _asks_plainly(text[slice(*clause)], clause, hurts, words)
        heat = not named and not plainly and _is_heat(text, clause, hot, words)
        (taken if heat else kept).append(clause)
    said, demands = _say(text, kept, words)
    if not _WORD.search(said) and not re.search(r"\d", said):
        return Cooled("", False, ((start, end),))
    question = asked and (start, end) not in taken
    return Cooled(_ended(said, text[start:end], question), demands, tuple(_joined(taken)))


def _clauses(text: str, start: int, end: int, words: _Words) -> Iterator[Place]:
    """The stretches between commas, dashes and words that join."""
    joins = (found.start() for found in words.breaks.finditer(text, start, end))
    cuts = sorted(
        {found.end() for found in _BREAK.finditer(text, start, end)}
        | {place for place in joins if text[place - 1] not in ",;:"}
    )
    for first, last in zip([start, *cuts], [*cuts, end], strict=True):
        if first < last:
            yield first, last


def _asks_plainly(said: str, clause: Place, hurts: Sequence[Place], words: _Words) -> bool:
    """Whether it wants an answer, in whatever voice."""
    hurt = any(_meet(place, clause) for place in hurts)
    return not hurt and bool(words.asks.search(said)) and not words.rhetoric.search(said)


def _is_heat(text: str, clause: Place, hot: Sequence[Place], words: _Words) -> bool:
    """Whether hardly anything is said in the clause but heat."""
    said = text[slice(*clause)]
    if words.rhetoric.search(said):
        return True
    covered = [*_found(words.leads, said), *_found(words.demands, said), *_found(words.heat, said)]
    covered += [(start - clause[0], end - clause[0]) for start, end in hot if _meet((start, end), clause)]
    covered += _found(_FACE, said)
    if not covered:
        return not re.search(r"\w", said)
    rest = [word.lower() for word in _WORD.findall(_without(said, covered))]
    return len([word for word in rest if word not in words.small]) < _ENOUGH and not re.search(r"\d", said)


def _without(said: str, places: Sequence[Place]) -> str:
    """With blanks in those places; a word that is half covered keeps its other half."""
    left = list(said)
    for start, end in places:
        first, last = max(start, 0), min(end, len(left))
        left[first:last] = " " * max(0, last - first)
    return "".join(left)


def _found(pattern: re.Pattern[str], said: str) -> list[Place]:
    return [one.span() for one in pattern.finditer(said)]


def _meet(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _say(text: str, kept: Sequence[Place], words: _Words) -> tuple[str, bool]:
    """The kept clauses as one sentence, and whether one of them demands."""
    said = []
    for first, last in _joined(kept):
        piece = _FACE.sub(" ", text[first:last])
        said.append(words.heat.sub("", words.leads.sub("", words.joins.sub("", piece))))
    whole = " ".join(said)
    bare = words.demands.sub("", whole)
    return _tidy(_lowered(bare)), bare != whole


def _joined(places: Sequence[Place]) -> Iterator[Place]:
    """Neighbours as one."""
    current: Place | None = None
    for place in places:
        if current and current[1] == place[0]:
            current = current[0], place[1]
        else:
            if current:
                yield current
            current = place
    if current:
        yield current


def _lowered(said: str) -> str:
    """Shouting in an ordinary voice; one word in capitals alone is a name."""
    if len(_SHOUTED.findall(said)) < _ENOUGH:
        return said
    return _LOUD.sub(lambda word: word[0].lower(), said)


def _tidy(said: str) -> str:
    said = _TWICE.sub("", _ENDS.sub("", said))
    return _LOOSE.sub("", _LOOSE.sub("", said)).strip()


def _ended(said: str, was: str, question: bool) -> str:
    """With its first letter large and one sign at the end, if it had one."""
    mark = "?" if question else "." if _ENDS.search(was)[0].strip() else ""  # type: ignore[index]
    return f"{said[:1].upper()}{said[1:]}{mark}"
