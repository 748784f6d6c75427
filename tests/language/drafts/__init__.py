"""Drafts of people who serve, one a line: heated ones of many shapes, and ordinary business letters beside them.

The models learned from all but three sets. Of `heated` and `ordinary` every second line was kept aside while the tables
were tuned; `later` was written when the tables stood, and then taken into them; `calm` is for the models alone. `written`
tells the kind of each draft, and came last of those. From `fresh`, `fresh_calm` and `judged` no model learned,
and from `judged` no phrase or word was taken either: it was written by somebody who knew neither the tables nor the others.
Its calm drafts are parted into plain ones ("none") and those that anybody would weigh twice ("hard": a reminder, a clear no).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

HERE = Path(__file__).parent
Half = Literal["tuned", "aside", "both"]


CALM = ("none", "hard")


class Draft(NamedTuple):
    """A draft and what is heated in it: "none" or "hard" if it is calm."""

    kind: str
    text: str


def heated(tongue: str, half: Half = "both") -> list[str]:
    return list(_half(lines(f"heated_{tongue}"), half))


def ordinary(tongue: str, half: Half = "both") -> list[str]:
    """Single lines, and as many letters of three."""
    alone = list(_half(lines(f"ordinary_{tongue}"), half))
    places = range(len(alone))
    return alone + ["\n".join(alone[(at + step) % len(alone)] for step in (0, 7, 23)) for at in places]


def of_kinds(name: str) -> list[Draft]:
    """The drafts of a set in which each line begins with its kind, and "\\n" is a new line."""
    parted = (line.partition("|") for line in lines(name))
    return [Draft(kind, text.replace("\\n", "\n")) for kind, _, text in parted]


def lines(name: str) -> list[str]:
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def _half(found: list[str], half: Half) -> Iterator[str]:
    for number, line in enumerate(found):
        if half == "both" or (half == "tuned") == (number % 2 == 0):
            yield line
