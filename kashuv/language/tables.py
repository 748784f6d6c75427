"""The word tables of the tongues, made ready for search: many patterns as one, each with its weight and meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from kashuv.language.reading import Tongue

_HEBREW = re.compile("[א-ת]")
_LATIN = re.compile("[A-Za-z]")


class Hit(NamedTuple):
    """Where a pattern was found, how much it says, and what."""

    start: int
    end: int
    weight: float
    meaning: str


class Patterns(NamedTuple):
    """A table of patterns, searched together."""

    any: re.Pattern[str]
    each: tuple[tuple[re.Pattern[str], float, str], ...]

    def hits(self, text: str) -> Iterator[Hit]:
        """Every place at which a pattern of the table stands."""
        if self.any.search(text) is None:
            return
        for pattern, weight, meaning in self.each:
            for found in pattern.finditer(text):
                yield Hit(found.start(), found.end(), weight, meaning)

    def strongest(self, text: str) -> float:
        """The weight of the heaviest pattern that stands in the text, 0.0 if none does."""
        return max((hit.weight for hit in self.hits(text)), default=0.0)


def patterns(table: Mapping[str, tuple[float, str]], flags: int = 0) -> Patterns:
    """A table of patterns made ready."""
    every = re.compile("|".join(f"(?:{pattern})" for pattern in table) or r"(?!)", flags)
    return Patterns(every, tuple((re.compile(pattern, flags), *said) for pattern, said in table.items()))


def table(tongue: str, name: str) -> ModuleType:
    """One table of one tongue: the module `name` in that tongue's folder."""
    return import_module(f"kashuv.language.{tongue}.{name}")


def tongues_in(text: str, tongue: Tongue | None = None) -> tuple[str, ...]:
    """The tongues whose letters stand in the text, the likelier first."""
    found = [name for name, letters in (("he", _HEBREW), ("en", _LATIN)) if letters.search(text)]
    if tongue == "en":
        found.reverse()
    return tuple(found)
