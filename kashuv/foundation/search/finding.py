"""Finds things by any part of their text: exactly first, then by sound in either alphabet, else with typing errors."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from rapidfuzz import fuzz

from kashuv.foundation.among import Keys
from kashuv.foundation.folding import digits, fold, sounds
from kashuv.foundation.search.lines import SaidLine, SearchLine, WhoLine
from kashuv.foundation.search.matching import (
    CANDIDATES,
    GRAM,
    Key,
    Row,
    containing,
    key,
    of_client,
    resembling,
    sounding_like,
)
from kashuv.foundation.search.withwhom import said_with

LONGEST_QUERY = 120
MOST_WAYS = 8  # in which a few words may sound
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


def who(
    workspace_id: uuid.UUID, text: str, limit: int = 20, *, hidden: Keys = (), served: bool | None = None
) -> list[Found]:
    """Clients and their people whose name, mail address or phone is like the text, nearest first; none of those clients
    who are hidden from the one who asks. After them, at most as many again, people who belong to no client; with
    `served` only the ones, or (False) only the others."""
    asked = text.strip()[:LONGEST_QUERY]
    look = Look(WhoLine, workspace_id, limit, hidden, served)
    exact = _holding(look, asked)
    ways, whole = _by_ear(asked)
    if ways and (not exact or (whole and look.has_room(exact))):
        known = {row[1] for row in exact}
        heard = [row for row in look.rows(sounding_like, ways) if row[1] not in known]
    else:
        heard = []
    if exact or heard:
        return _clients_first([*_ranked(exact, asked), *_ranked(heard, asked)], limit)
    return _clients_first(_ranked(look.rows(resembling, fold(asked)), asked, NEAR), limit)


def said(
    workspace_id: uuid.UUID,
    text: str,
    *,
    client_id: uuid.UUID | None = None,
    limit: int = 20,
    hidden: Keys = (),
) -> list[Found]:
    """Entries and promises that hold every word of the text, newest first among equals; where these are few, also
    those of clients whom some of the words name. Of one client, or of all who are not hidden from the one who asks,
    and after them, at most as many again, what was said with people who belong to no client."""
    words = fold(text[:LONGEST_QUERY]).split()
    if not words:
        return []
    if client_id is not None:
        return _clients_first(_ranked(of_client(SaidLine, workspace_id, client_id, words), text), limit)
    look = Look(SaidLine, workspace_id, limit, hidden)
    rows = look.rows(containing, words)
    found = _ranked(rows, text)
    if look.has_room(rows):
        known = {row[1] for row in rows}
        beyond = [row for row in said_with(workspace_id, words, hidden) if row[1] not in known]
        found += _ranked(beyond, text)
    return _clients_first(found, limit)


@dataclass(frozen=True, slots=True)
class Look:
    """Where is looked, how many of clients are wanted, and who is left out."""

    model: type[SearchLine]
    workspace_id: uuid.UUID
    limit: int
    hidden: Keys
    served: bool | None = None

    def rows(self, find: Callable[..., list[Row]], needles: Any) -> list[Row]:
        """What is found; where people without a client fill the answer up, those of clients are asked for by themselves."""
        rows = find(self.model, self.workspace_id, needles, self.hidden, self.served)
        if self.served is not None or len(rows) < CANDIDATES or not self.has_room(rows):
            return rows
        served = find(self.model, self.workspace_id, needles, self.hidden, True)
        return [*served, *(row for row in rows if row[2] is None)]

    def has_room(self, rows: Sequence[Row]) -> bool:
        """Whether fewer were found than are wanted."""
        return sum(row[2] is not None or self.served is False for row in rows) < self.limit


def _holding(look: Look, asked: str) -> list[Row]:
    """Lines that hold the text, read in the most literal way in which a client is found."""
    held: dict[Key, Row] = {}
    for needles in _readings(asked):
        held |= {row[1]: row for row in look.rows(containing, needles)}
        if any(row[2] is not None or look.served is False for row in held.values()):
            break
    return list(held.values())


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
    return [way for index, way in enumerate(ways) if way and all(way) and way not in ways[:index]]


def _by_ear(asked: str) -> tuple[list[list[str]], bool]:
    """The ways in which the words may sound, and whether that is all of them, and long enough to be somebody's name."""
    words = fold(asked).split()
    keys = [sorted(found) for word in words if (found := sounds(word))]
    ways = [[f"={key}=" for key in way] for way in islice(product(*keys), MOST_WAYS)] if keys else []
    return ways, len(keys) == len(words) and len(asked) >= GRAM


def _ranked(rows: Sequence[Row], asked: str, least: float = 0) -> list[tuple[float, Row]]:
    """Those that are at least so near, the nearest first."""
    plain = fold(asked)
    scored = [(_nearness(plain, row[3], least), row) for row in rows]
    return sorted((one for one in scored if one[0] >= least), key=lambda one: -one[0])


def _clients_first(ranked: Sequence[tuple[float, Row]], limit: int) -> list[Found]:
    """So many of clients and so many of people without one; only of these more is read than the text."""
    of_clients = [one for one in ranked if one[1][2] is not None]
    others = [one for one in ranked if one[1][2] is None]
    return [_found(row, score) for score, row in (*of_clients[:limit], *others[:limit])]


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
