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
_LETTER = re.compile(r"\\.|[A-Z]")
_BEGINNING = re.compile(r"\\b|\(\?<![^()]*\)")
_ESCAPED_OR_CLASS = re.compile(r"\\.|\[\^?\]?[^\]]*\]")
_INNERMOST = re.compile(r"\([^()]*\)")


class Hit(NamedTuple):
    """Where a pattern was found, how much it says, and what."""

    start: int
    end: int
    weight: float
    meaning: str


class _Sought(NamedTuple):
    """Patterns that are searched in one and the same dress of a text."""

    any: re.Pattern[str]
    each: tuple[tuple[re.Pattern[str], float, str], ...]

    def hits(self, text: str) -> Iterator[Hit]:
        first = self.any.search(text)
        if first is None:
            return
        for pattern, weight, meaning in self.each:
            for found in pattern.finditer(text, first.start()):
                yield Hit(found.start(), found.end(), weight, meaning)


class Patterns(NamedTuple):
    """A table of patterns, searched together."""

    as_written: _Sought | None
    in_lower_case: _Sought | None

    def hits(self, text: str) -> Iterator[Hit]:
        """Every place at which a pattern of the table stands."""
        if self.as_written is not None:
            yield from self.as_written.hits(text)
        if self.in_lower_case is not None:
            yield from self.in_lower_case.hits(_lowered(text))

    def strongest(self, text: str) -> float:
        """The weight of the heaviest pattern that stands in the text, 0.0 if none does."""
        return max((hit.weight for hit in self.hits(text)), default=0.0)


def patterns(table: Mapping[str, tuple[float, str]], flags: int = 0) -> Patterns:
    """A table of patterns made ready; where case is no matter, a text in lower case is searched faster."""
    if not flags & re.IGNORECASE:
        return Patterns(_sought(table, flags), None)
    loud = {pattern: said for pattern, said in table.items() if "(?-i:" in pattern}
    quiet = {_LETTER.sub(_lower, pattern): said for pattern, said in table.items() if pattern not in loud}
    return Patterns(_sought(loud, flags) if loud else None, _sought(quiet, flags & ~re.IGNORECASE))


def _sought(table: Mapping[str, tuple[float, str]], flags: int) -> _Sought:
    return _Sought(
        re.compile(_together(table) or r"(?!)", flags),
        tuple((re.compile(pattern, flags), *said) for pattern, said in table.items()),
    )


def _together(table: Mapping[str, object]) -> str:
    """All patterns as one; what many begin with ("no letter before it") is asked once at each place."""
    by_beginning: dict[str, list[str]] = {}
    for pattern in table:
        beginning = _BEGINNING.match(pattern)
        shared = beginning.group() if beginning and not _has_choice(pattern) else ""
        by_beginning.setdefault(shared, []).append(pattern.removeprefix(shared))
    return "|".join(
        f"{shared}(?:{'|'.join(f'(?:{rest})' for rest in rests)})" for shared, rests in by_beginning.items()
    )


def _has_choice(pattern: str) -> bool:
    """Whether a pattern is a choice at its outermost level."""
    flat = _ESCAPED_OR_CLASS.sub("", pattern)
    while (shorter := _INNERMOST.sub("", flat)) != flat:
        flat = shorter
    return "|" in flat


def _lower(letter: re.Match[str]) -> str:
    return letter.group().lower() if len(letter.group()) == 1 else letter.group()


def _lowered(text: str) -> str:
    """In lower case, every character still in its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def table(tongue: str, name: str) -> ModuleType:
    """One table of one tongue: the module `name` in that tongue's folder."""
    return import_module(f"kashuv.language.{tongue}.{name}")


def tongues_in(text: str, tongue: Tongue | None = None) -> tuple[str, ...]:
    """The tongues whose letters stand in the text, the likelier first."""
    found = [name for name, letters in (("he", _HEBREW), ("en", _LATIN)) if letters.search(text)]
    if tongue == "en":
        found.reverse()
    return tuple(found)
