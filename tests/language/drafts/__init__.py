"""Drafts of people who serve, one a line: heated ones of many shapes, and ordinary business letters beside them.

Of `heated` and `ordinary` every second line was kept aside while the tables were tuned; the models learned from both
halves. `later` was written when the tables stood, and then taken into them; `calm` is for the models alone; `fresh` and
`fresh_calm` were written last, and no phrase, word or example was taken from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

HERE = Path(__file__).parent
Half = Literal["tuned", "aside", "both"]


def heated(tongue: str, half: Half = "both") -> list[str]:
    return list(_half(lines(f"heated_{tongue}"), half))


def ordinary(tongue: str, half: Half = "both") -> list[str]:
    """Single lines, and as many letters of three."""
    alone = list(_half(lines(f"ordinary_{tongue}"), half))
    places = range(len(alone))
    return alone + ["\n".join(alone[(at + step) % len(alone)] for step in (0, 7, 23)) for at in places]


def lines(name: str) -> list[str]:
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def _half(found: list[str], half: Half) -> Iterator[str]:
    for number, line in enumerate(found):
        if half == "both" or (half == "tuned") == (number % 2 == 0):
            yield line
