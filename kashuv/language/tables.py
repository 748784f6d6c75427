"""The word tables of the tongues, made ready for search: many patterns as one, each with its weight and meaning.

A pattern that begins at a word is only tried at words with its first letters, and made ready when it is
first tried: of hundreds of patterns an ordinary letter needs a few.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from kashuv.language.beginnings import LENGTH, beginnings
from kashuv.language.reading import Tongue
from kashuv.language.stretch import Stretch

_LETTER = re.compile(r"\\.|[A-Z]")
_MOST_HEADS = 8_192  # remembered beginnings of words in texts; more are forgotten and worked out anew

Entries = Mapping[str, tuple[float, str]]


class Hit(NamedTuple):
    """Where a pattern was found, how much it says, what, and in which table it stands."""

    start: int
    end: int
    weight: float
    meaning: str
    table: str


class Entry:
    """One pattern of a table."""

    def __init__(self, table: str, pattern: str, said: tuple[float, str], flags: int) -> None:
        self.table, (self.weight, self.meaning) = table, said
        self.loud = "(?-i:" in pattern  # case tells something: it is sought in the text as written
        self.flags = flags | re.IGNORECASE if self.loud else flags
        self.source = pattern if self.loud else _LETTER.sub(_lower, pattern)
        anchor, self.heads = beginnings(self.source, self.flags)
        self.at_words = anchor == "word" and not self.loud
        self.at_start = anchor == "start"  # and nowhere else
        told = all(self.heads) and not self.loud
        self.signs = frozenset(head[0] for head in self.heads) if told else frozenset()
        self.head = _shared(self.heads) if told else ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.source, self.flags)

    def hits(self, stretch: Stretch) -> Iterator[Hit]:
        """Every match, wherever it begins."""
        if self._is_ruled_out(stretch):
            return
        for found in self.pattern.finditer(stretch.text if self.loud else stretch.lowered):
            yield self.hit(stretch.start + found.start(), stretch.start + found.end())

    def stands_in(self, stretch: Stretch) -> bool:
        """Whether it matches, wherever that begins."""
        text = stretch.text if self.loud else stretch.lowered
        if self.at_start:
            return self.pattern.match(text) is not None
        return not self._is_ruled_out(stretch) and self.pattern.search(text) is not None

    def _is_ruled_out(self, stretch: Stretch) -> bool:
        """Whether nothing stands there with which a match can begin."""
        if self.head:
            return self.head not in stretch.lowered
        return bool(self.signs) and self.signs.isdisjoint(stretch.characters)

    def hit(self, start: int, end: int) -> Hit:
        return Hit(start, end, self.weight, self.meaning, self.table)


class Tables:
    """Tables that are searched together."""

    def __init__(self, tables: Mapping[str, Entries], flags: int = 0) -> None:
        self.names = tuple(tables)
        self._entries = [
            Entry(name, pattern, said, flags)
            for name, entries in tables.items()
            for pattern, said in entries.items()
        ]
        self._order = {entry: place for place, entry in enumerate(self._entries)}
        self._by_head = _ByHead([entry for entry in self._entries if entry.at_words])
        self._at_start = _ByHead([entry for entry in self._entries if entry.at_start and not entry.loud])
        self._anywhere = [entry for entry in self._entries if not entry.at_words]
        self._inside = [entry for entry in self._anywhere if entry.loud or not entry.at_start]

    def hits(self, text: str | Stretch) -> list[Hit]:
        """Every place at which a pattern stands: by table, by pattern, and then in the order of the text."""
        stretch = Stretch.of(text)
        found: dict[Entry, list[Hit]] = {}
        lowered = stretch.lowered
        for entry in self._anywhere:
            if entry.head in lowered and (hits := list(entry.hits(stretch))):
                found[entry] = hits
        whole, end, by_head = stretch.whole, stretch.end, self._by_head
        for place, head in stretch.words:
            for entry in by_head[head]:
                if match := entry.pattern.match(whole, place, end):
                    earlier = found.setdefault(entry, [])
                    if not earlier or earlier[-1].end <= place:
                        earlier.append(entry.hit(place, match.end()))
        return [hit for entry in sorted(found, key=self._order.__getitem__) for hit in found[entry]]

    def strongest(self, text: str | Stretch) -> dict[str, float]:
        """For every table the weight of its heaviest pattern that stands in the text, 0.0 if none does."""
        stretch = Stretch.of(text)
        best = dict.fromkeys(self.names, 0.0)
        for entry in self._at_start[stretch.lowered[:LENGTH]]:
            if entry.weight > best[entry.table] and entry.stands_in(stretch):
                best[entry.table] = entry.weight
        lowered = stretch.lowered
        for entry in self._inside:
            if entry.head in lowered and entry.weight > best[entry.table] and entry.stands_in(stretch):
                best[entry.table] = entry.weight
        whole, end, by_head = stretch.whole, stretch.end, self._by_head
        for place, head in stretch.words:
            for entry in by_head[head]:
                if entry.weight > best[entry.table] and entry.pattern.match(whole, place, end):
                    best[entry.table] = entry.weight
        return best


class _ByHead(dict[str, tuple[Entry, ...]]):
    """The entries that are tried at a place, by the first letters that stand there."""

    def __init__(self, entries: list[Entry]) -> None:
        super().__init__()
        self._known: dict[str, list[Entry]] = {}
        for entry in entries:
            for head in entry.heads:
                self._known.setdefault(head, []).append(entry)

    def __missing__(self, head: str) -> tuple[Entry, ...]:
        if len(self) >= _MOST_HEADS:
            self.clear()
        beginning = {entry: None for size in range(LENGTH + 1) for entry in self._known.get(head[:size], ())}
        self[head] = tried = tuple(beginning)
        return tried


def _shared(heads: Iterable[str]) -> str:
    """The letters with which all of them begin."""
    first, last = min(heads, default=""), max(heads, default="")
    return next((first[:size] for size in range(len(first), 0, -1) if last.startswith(first[:size])), "")


def _lower(letter: re.Match[str]) -> str:
    return letter.group().lower() if len(letter.group()) == 1 else letter.group()


def table(tongue: str, name: str) -> ModuleType:
    """One table of one tongue: the module `name` in that tongue's folder."""
    return import_module(f"kashuv.language.{tongue}.{name}")


def acts_in(stretch: Stretch, tongue: str) -> dict[str, float]:
    """How much asks and how much promises in the stretch; it remembers, for who looks for the one looks for both."""
    if tongue not in stretch.acts:
        stretch.acts[tongue] = tables_of_acts(tongue).strongest(stretch)
    return stretch.acts[tongue]


@cache
def tables_of_acts(tongue: str) -> Tables:
    """What asks and what promises in one tongue, sought together in one walk over the words."""
    asks, promises = table(tongue, "asks"), table(tongue, "promises")
    return Tables(
        {
            "binding": promises.BINDING,
            "reader": promises.READER_BINDING,
            "request": asks.REQUESTS,
            "order": asks.ORDERS,
            "question": asks.QUESTIONS,
            "meeting": asks.MEETINGS,
            "not_asking": {pattern: (1.0, why) for pattern, why in asks.NOT_ASKING.items()},
        }
    )


@cache
def tables_of_telling(tongue: str) -> Tables:
    """What makes of an order the news that somebody did it; sought only where there is one."""
    telling = table(tongue, "asks").TELLING
    return Tables({"telling": {pattern: (1.0, why) for pattern, why in telling.items()}})


def tongues_in(text: str | Stretch, tongue: Tongue | None = None) -> tuple[str, ...]:
    """The tongues whose letters stand in the text, the likelier first."""
    hebrew, latin = Stretch.of(text).letters
    if hebrew and latin:
        return ("en", "he") if tongue == "en" else ("he", "en")
    return ("he",) if hebrew else ("en",) if latin else ()
