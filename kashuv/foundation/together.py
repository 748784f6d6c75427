"""Together: several who gather facts ask the database at the same time, and each goes on with its own answers.

A gatherer is a generator: it yields the questions that it has now (`Prepared.asking`), is given their rows, and returns
what it made of them. What all of them ask at the same time is sent together.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any, TypeVar

from kashuv.foundation.prepared import Asking, Rows, answers

T = TypeVar("T")
Gather = Generator[Sequence[Asking], list[Rows], T]


def gathered(*gathers: Gather[Any]) -> list[Any]:
    """What each returns, in their order."""
    results: list[Any] = [None] * len(gathers)
    told: dict[int, list[Rows] | None] = dict.fromkeys(range(len(gathers)))
    while told:
        asking = {}
        for n, rows in told.items():
            try:
                asking[n] = gathers[n].send(rows)  # type: ignore[arg-type]  # a generator begins with None
            except StopIteration as end:
                results[n] = end.value
        told = _told(asking)
    return results


def _told(asking: dict[int, Sequence[Asking]]) -> dict[int, list[Rows] | None]:
    found = iter(answers([one for some in asking.values() for one in some]))
    return {n: [next(found) for _ in some] for n, some in asking.items()}
