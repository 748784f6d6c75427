"""The tables of every tongue as one dictionary: a word, or the first word of a phrase, to its kind and value.

Hebrew and Latin words cannot collide, so one dictionary serves a letter that mixes both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

TONGUES = ("en", "he")
WORD = re.compile(r"[^\W\d_]+(?:['\"./-][^\W\d_]+)*'?")


class Entry(NamedTuple):
    """What a word says: its kind (see items), its value, and whether it hardly says anything else."""

    kind: str
    value: Any
    sure: bool = True


class Lexicon(NamedTuple):
    """Single words, and phrases by their first word, longest first."""

    words: dict[str, Entry]
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]]
    heads: frozenset[str]  # every way in which a word of time can begin, Hebrew prefixes included


@cache
def lexicon() -> Lexicon:
    """The dictionary of all tongues, built once."""
    words: dict[str, Entry] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for tongue in TONGUES:
        table = import_module(f"kashuv.language.{tongue}.dates")
        words |= dict(_words(table))
        for phrase, entry in _phrases(table):
            parts = tuple(WORD.findall(phrase))
            if len(parts) == 1:
                words[parts[0]] = entry
            else:
                phrases.setdefault(parts[0], []).append((parts, entry))
    for choices in phrases.values():
        choices.sort(key=lambda choice: -len(choice[0]))
    return Lexicon(words, phrases, frozenset(_heads(words, phrases)))


def _heads(
    words: dict[str, Entry], phrases: Mapping[str, list[tuple[tuple[str, ...], Entry]]]
) -> Iterator[str]:
    """Words that a sentence without any time does not hold; small words that only join are left out."""
    single = (word for word, entry in words.items() if entry.kind not in _JOINING or _is_count(entry))
    for word in {*single, *_telling(words, phrases)}:
        head = re.split(r"[^\w]", word)[0]
        yield head
        if "א" <= word[0] <= "ת":
            yield from (prefix + head for prefix in _PREFIXED)


def _is_count(entry: Entry) -> bool:
    """Whether it is a number that hardly says anything but a count or an hour; "one" says too much else."""
    return entry.kind == "0" and isinstance(entry.value, int) and entry.value > 1


def _telling(
    words: dict[str, Entry], phrases: Mapping[str, list[tuple[tuple[str, ...], Entry]]]
) -> Iterator[str]:
    """Of each phrase the word that other sentences hold least: of "the new year" neither "the" nor "new"."""
    for choices in phrases.values():
        for parts, entry in choices:
            if entry.kind == "x":
                continue
            joining = {part for part in parts if part in words and words[part].kind in _JOINING}
            yield max((part for part in parts if part not in joining), key=len, default=parts[0])


def _words(table: ModuleType) -> list[tuple[str, Entry]]:
    single = {
        "0": table.NUMBERS,
        "O": table.ORDINALS,
        "f": table.FRACTIONS,
        "X": table.LENGTHS,
        "R": table.DAYS,
    }
    single |= {"P": table.PARTS, "C": table.CLOCKS, "A": table.MERIDIEMS, "S": table.SHIFTS, "E": table.EDGES}
    single |= {"K": table.SEASONS, "o": table.WEEKDAY_ORDINALS}
    groups = {"U": table.UNITS, "W": table.WEEKDAYS, "M": table.MONTHS, "m": table.HEBREW_MONTHS}
    found = [(word, (kind, None)) for word, kind in table.WORDS.items()]
    found += [(word, (kind, value)) for kind, words in single.items() for word, value in words.items()]
    found += [
        (word, (kind, value))
        for kind, group in groups.items()
        for value, words in group.items()
        for word in words
    ]
    found += [("ה" + word, ("u", unit)) for word, unit in table.DEFINITE_UNITS.items()]
    found += [(word, ("N", None)) for word in table.NOW]
    return [(word, Entry(kind, value, word not in table.UNSURE)) for word, (kind, value) in found]


def _phrases(table: ModuleType) -> list[tuple[str, Entry]]:
    found = [(phrase, Entry(kind, value)) for phrase, (kind, value) in table.PHRASES.items()]
    return found + [
        (name, Entry("H", key, name not in _ALSO_PLAIN) if key != "x" else Entry("x", None))
        for name, key in table.HOLIDAYS.items()
    ]


_JOINING = frozenset(".,x~@0OSpBbFGTV&Iil")
_PREFIXED = (*"ובלמכשה", *(first + second for first in "ושמכלב" for second in "בלמכשה"), "וכש", "ושב", "ושה")
_ALSO_PLAIN = frozenset(("שבועות", "עצמאות", "כיפור", "the holidays", "החגים"))
