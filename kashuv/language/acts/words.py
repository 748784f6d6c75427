"""The words of a text as the models of acts see them: hesitations left out, each with its kind."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kashuv.language.en import acts as table
from kashuv.language.marks import plain

_TOKEN = re.compile(r"[^\W\d_]+(?:-(?=\s|$)|['\"][^\W\d_]+)?|\d+|[^\w\s]")
_MOST = 120  # words; an act shows in a sentence or two


class Word(NamedTuple):
    """A word in lower case, and its kind: its own name if it is a small word, else what it does or how it ends."""

    said: str
    kind: str


def words(text: str) -> list[Word]:
    """The words of a text, without hesitations, broken-off words and words said twice."""
    found: list[Word] = []
    for token in _TOKEN.findall(_apart(plain(text).text)):
        said = token.lower()
        broken = said.endswith("-") and len(said) > 1
        again = found and found[-1].said == said and said.isalpha()
        if broken or again or said in table.HESITATIONS:
            continue
        begins = not found or not found[-1].said[0].isalnum()
        found.append(Word(said, _kind(said, token[0].isupper() and not begins)))
        if len(found) == _MOST:
            break
    return found


@cache
def _joined() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern, re.IGNORECASE), apart) for pattern, apart in table.APART.items()]


def _apart(text: str) -> str:
    for pattern, apart in _joined():
        text = pattern.sub(apart, text)
    return text


def _kind(said: str, named: bool) -> str:
    for kind, known in (("TIME", table.TIME), ("MEETING", table.MEETING)):
        if said in known:
            return kind
    if said in table.KEPT or not said[0].isalnum():
        return said
    if said.isdigit():
        return "0"
    if said in table.DOING:
        return "DO"
    return "Name" if named else _ending(said)


def _ending(said: str) -> str:
    for ending in table.ENDINGS:
        if said.endswith(ending) and len(said) > len(ending) + 2:
            return "-" + ending
    return "x"
