"""With which letters the matches of a pattern can begin; so most patterns need not be tried on most texts.

The answer may hold too much, never too little: where a pattern is too free to say, it holds the empty string.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Literal

LENGTH = 6
_MOST_IN_A_CLASS = 12
_NOTHING = frozenset((("", True),))
_ANYTHING = frozenset((("", False),))

Anchor = Literal["word", "start", ""]
_Heads = frozenset[tuple[str, bool]]  # letters, and whether what follows them is known still


def beginnings(pattern: str, flags: int = 0) -> tuple[Anchor, frozenset[str]]:
    """Where a match begins (at a word, at the start, or anywhere), and its first letters, as many as it can say."""
    parts = list(parser.parse(pattern, flags))
    heads = frozenset(head for head, _ in _of_parts(parts))
    return _anchor(parts, heads, flags), heads


def _anchor(parts: list[Any], heads: frozenset[str], flags: int) -> Anchor:
    if not parts:
        return ""
    op, value = parts[0]
    if op is code.AT and value is code.AT_BEGINNING and not flags & re.MULTILINE:
        return "start"
    if not all(heads):
        return ""
    hebrew = [("א" <= head[0] <= "ת") for head in heads]
    if op is code.AT and value is code.AT_BOUNDARY and not any(hebrew):
        return "word" if all(head[0].isalnum() for head in heads) else ""
    if op is code.ASSERT_NOT and value[0] < 0 and all(hebrew):
        return "word"
    return ""


def _of_parts(parts: Iterable[Any]) -> _Heads:
    heads = _NOTHING
    for op, value in parts:
        if not any(known and len(head) < LENGTH for head, known in heads):
            break
        heads = _joined(heads, _of_part(op, value))
    return heads


def _joined(heads: _Heads, following: _Heads) -> _Heads:
    joined = {(head, known) for head, known in heads if not known or len(head) == LENGTH}
    for head, known in heads:
        if known and len(head) < LENGTH:
            joined.update(((head + more)[:LENGTH], still) for more, still in following)
    return frozenset(joined)


def _of_part(op: Any, value: Any) -> _Heads:
    if op is code.LITERAL:
        return frozenset(((chr(value), True),))
    if op is code.IN:
        return _of_class(value)
    if op is code.BRANCH:
        return frozenset().union(*map(_of_parts, value[1]))
    if op is code.SUBPATTERN:
        return _of_parts(value[3])
    if op in (code.MAX_REPEAT, code.MIN_REPEAT):
        return _of_repeat(*value)
    return _NOTHING if op in (code.AT, code.ASSERT, code.ASSERT_NOT) else _ANYTHING


def _of_class(members: list[Any]) -> _Heads:
    letters = [chr(value) for op, value in members if op is code.LITERAL]
    if len(letters) < len(members) or len(letters) > _MOST_IN_A_CLASS:
        return _ANYTHING
    return frozenset((letter, True) for letter in letters)


def _of_repeat(least: int, most: Any, part: Any) -> _Heads:
    once = _of_parts(part)
    heads = repeated = _NOTHING
    for time in range(1, min(int(most), LENGTH) + 1):
        repeated = _joined(repeated, once)
        heads = repeated if time <= least else heads | repeated
    return heads
