"""Finds things by any part of their text: exactly first, then by sound in either alphabet, then with typing errors."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product

from rapidfuzz import fuzz

from kashuv.foundation.among import Keys
from kashuv.foundation.folding import digits, fold, sounds
from kashuv.foundation.search.lines import SaidLine, WhoLine
from kashuv.foundation.search.matching import GRAM, Row, containing, key, of_client, resembling
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


def who(workspace_id: uuid.UUID, text: str, limit: int = 20, *, hidden: Keys = ()) -> list[Found]:
    """Clients and people whose name, mail address or phone is like the text, nearest first; none of those clients who
    are hidden from the one who asks."""
    asked = text.strip()[:LONGEST_QUERY]
    for needles in _readings(asked):
        rows = containing(WhoLine, workspace_id, needles, hidden)
        if rows:
            return _ranked(rows, asked, limit)
    alike = resembling(WhoLine, workspace_id, fold(asked), hidden)
    return _ranked(alike, asked, limit, NEAR)


def said(
    workspace_id: uuid.UUID,
    text: str,
    *,
    client_id: uuid.UUID | None = None,
    limit: int = 20,
    hidden: Keys = (),
) -> list[Found]:
    """Entries and promises that hold every word of the text, newest first among equals; where these are few, also
    those of clients whom some of the words name. Of one client, or of all who are not hidden from the one who asks."""
    words = fold(text[:LONGEST_QUERY]).split()
    if not words:
        return []
    if client_id is not None:
        return _ranked(of_client(SaidLine, workspace_id, client_id, words), text, limit)
    found = _ranked(containing(SaidLine, workspace_id, words, hidden), text, limit)
    if len(found) == limit:
        return found
    known = {one.ref for one in found}
    beyond = [row for row in said_with(workspace_id, words, hidden) if key(row[1]) not in known]
    return [*found, *_ranked(beyond, text, limit - len(found))]


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


def _ranked(rows: Sequence[Row], asked: str, limit: int, least: float = 0) -> list[Found]:
    """The nearest of those that are at least so near; only of these more is read than the text."""
    plain = fold(asked)
    scored = [(_nearness(plain, row[3], least), row) for row in rows]
    near = sorted((one for one in scored if one[0] >= least), key=lambda one: -one[0])
    return [_found(row, score) for score, row in near[:limit]]


def _found(row: Row, score: float) -> Found:
    kind, ref, client, text = row
    return Found(kind, key(ref), key(client) if client else None, text, score)


def _nearness(plain: str, text: str, least: float) -> float:
    """100 for a text that begins with the query, a little less inside, else the likeness of the nearest part; some
    number below `least` where it cannot be reached."""
    shown = text.partition(" =")[0][:400]
    if shown.startswith(plain):
        return 100 - min(len(shown) - len(plain), 50) / 100
    if f" {plain}" in shown:
        return 99 - min(len(shown), 400) / 1000
    words = fuzz.token_set_ratio(plain, shown) * 0.6
    return words if words + 38 < least else words + fuzz.partial_ratio(plain, shown) * 0.38
