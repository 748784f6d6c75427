"""A rule of the grammar: a pattern over the kinds of neighbouring pieces, and what they make together."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
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


class Grammar:
    """Rules in their order, applied one after the other; for kinds once seen it is known which rules can match."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = rules
        self._next = lru_cache(maxsize=16_384)(self._find_next)

    def _find_next(self, kinds: str, place: int) -> int:
        """The next rule that matches somewhere; behind the last one if none does."""
        while place < len(self._rules) and not self._rules[place].kinds.search(kinds):
            place += 1
        return place

    def reduce(self, items: list[Item], frame: Frame) -> None:
        """Let every rule in turn join pieces into larger ones, in place."""
        kinds = "".join([item.kind for item in items])
        place = 0
        while (place := self._next(kinds, place)) < len(self._rules):
            kinds = _apply(self._rules[place], items, kinds, frame)
            place += 1


def _apply(a_rule: Rule, items: list[Item], kinds: str, frame: Frame) -> str:
    at = 0
    while found := a_rule.kinds.search(kinds, at):
        start, end = found.span()
        pieces = items[start:end]
        made = a_rule.make(pieces, frame)
        at = start + 1
        if made is not None:
            whole = made[0] == "X" and pieces[0].whole
            items[start:end] = [Item(made[0], made[1], pieces[0].start, pieces[-1].end, whole=whole)]
            kinds = kinds[:start] + made[0] + kinds[end:]
            at = start + 1 if end - start == 1 else start
    return kinds


def of(items: list[Item], kinds: str) -> Item | None:
    """The first piece of one of these kinds."""
    for item in items:
        if item.kind in kinds:
            return item
    return None


def all_of(items: list[Item], kinds: str) -> list[Item]:
    return [item for item in items if item.kind in kinds]
