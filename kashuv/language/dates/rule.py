"""A rule of the grammar: a pattern over the kinds of neighbouring pieces, and what they make together."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from kashuv.language.dates.calendar import Frame
from kashuv.language.dates.items import Item

Made = tuple[str, Any] | None
Make = Callable[[list[Item], Frame], Made]


class Rule(NamedTuple):
    """Where the kinds match, `make` gives a kind and a value, or None to let the pieces stand."""

    kinds: re.Pattern[str]
    make: Make


def rule(kinds: str) -> Callable[[Make], Rule]:
    """Write a function as a rule: `@rule("0U")`."""
    return lambda make: Rule(re.compile(kinds), make)


def reduce(items: list[Item], rules: tuple[Rule, ...], frame: Frame) -> None:
    """Let every rule in turn join pieces into larger ones, in place."""
    kinds = "".join([item.kind for item in items])
    for pattern, make in rules:
        at = 0
        while found := pattern.search(kinds, at):
            start, end = found.span()
            pieces = items[start:end]
            made = make(pieces, frame)
            at = start + 1
            if made is not None:
                items[start:end] = [Item(made[0], made[1], pieces[0].start, pieces[-1].end)]
                kinds = kinds[:start] + made[0] + kinds[end:]
                at = start
                if end - start == 1:
                    at = start + 1


def of(items: list[Item], kinds: str) -> Item | None:
    """The first piece of one of these kinds."""
    for item in items:
        if item.kind in kinds:
            return item
    return None


def all_of(items: list[Item], kinds: str) -> list[Item]:
    return [item for item in items if item.kind in kinds]
