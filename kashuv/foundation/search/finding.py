"""Finds things by any part of their text: exactly first, then by sound in either alphabet, then with typing errors."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product

from rapidfuzz import fuzz

from kashuv.foundation.folding import digits, fold, sounds
from kashuv.foundation.search.lines import SaidLine, WhoLine
from kashuv.foundation.search.matching import GRAM, Row, containing, of_client, resembling
from kashuv.foundation.search.withwhom import said_with

LONGEST_QUERY = 120
NEAR = 72  # of 100: below it, two spellings are two names


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found; `score` 0 to 100, higher is nearer."""

    kind: str
    ref: uuid.UUID
    client_id: uuid.UUID | None
    text: str
    score: float


def sounding(name: str) -> str:
    """What a who-line carries beside a name so that the other alphabet finds it: "=dl= =rsn="."""
    return " ".join(f"={key}=" for word in fold(name).split() for key in sorted(sounds(word)))


def who(workspace_id: uuid.UUID, text: str, limit: int = 20) -> list[Found]:
    """Clients and people whose name, mail address or phone is like the text, nearest first."""
    asked = text.strip()[:LONGEST_QUERY]
    for needles in _readings(asked):
        rows = containing(WhoLine, workspace_id, needles)
        if rows:
            return _ranked(rows, asked, limit)
    return [
        found
        for found in _ranked(resembling(WhoLine, workspace_id, fold(asked)), asked, limit)
        if found.score >= NEAR
    ]


def said(
    workspace_id: uuid.UUID, text: str, *, client_id: uuid.UUID | None = None, limit: int = 20
) -> list[Found]:
    """Entries and promises that hold every word of the text, newest first among equals; where these are few, also
    those of clients whom some of the words name."""
    words = fold(text[:LONGEST_QUERY]).split()
    if not words:
        return []
    if client_id is not None:
        return _ranked(of_client(SaidLine, workspace_id, client_id, words), text, limit)
    rows = _ranked(containing(SaidLine, workspace_id, words), text, limit)
    if len(rows) == limit:
        return rows
    known = {one.ref for one in rows}
    beyond = [row for row in said_with(workspace_id, words) if row[1] not in known]
    return [*rows, *_ranked(beyond, text, limit - len(rows))]


def half_named(text: str, found: Sequence[Found]) -> bool:
    """Whether some words of the text name those who were found, and the others name none of them."""
    words = fold(text[:LONGEST_QUERY]).split()
    held = [sum(word in one.text for word in words) for one in found]
    return any(held) and max(held) < len(words)


def _readings(asked: str) -> list[list[str]]:
    """The ways in which a query may be meant, the most literal first."""
    words = fold(asked).split()
    ways = [[asked.casefold()], words]
    if len(number := digits(asked)) >= GRAM and len(number) * 2 >= len(asked):
        ways.insert(0, [number])
    keys = [sorted(found) for word in words if (found := sounds(word))]
    ways += [[f"={key}=" for key in way] for way in islice(product(*keys), 8) if len("".join(way)) >= 2]
    return [way for index, way in enumerate(ways) if way and all(way) and way not in ways[:index]]


def _ranked(rows: Sequence[Row], asked: str, limit: int) -> list[Found]:
    plain = fold(asked)
    found = [Found(kind, ref, client, text, _nearness(plain, text)) for kind, ref, client, text in rows]
    return sorted(found, key=lambda one: -one.score)[:limit]


def _nearness(plain: str, text: str) -> float:
    """100 for a text that begins with the query, a little less inside, else the likeness of the nearest part."""
    shown = text.partition(" =")[0][:400]
    if shown.startswith(plain):
        return 100 - min(len(shown) - len(plain), 50) / 100
    if f" {plain}" in shown:
        return 99 - min(len(shown), 400) / 1000
    return fuzz.token_set_ratio(plain, shown) * 0.6 + fuzz.partial_ratio(plain, shown) * 0.38
