"""Finds things by any part of their text: exactly first, then by sound in either alphabet, then with typing errors."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product

from django.db import connection
from rapidfuzz import fuzz

from kashuv.foundation.folding import digits, fold, sounds
from kashuv.foundation.search.lines import SaidLine, SearchLine, WhoLine
from kashuv.foundation.search.tables import fts_table, has_fts

CANDIDATES = 150
LONGEST_QUERY = 120
NEAR = 72  # of 100: below it, two spellings are two names
GRAM = 3


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
        rows = _containing(WhoLine, workspace_id, needles)
        if rows:
            return _ranked(rows, asked, limit)
    return [
        found
        for found in _ranked(_resembling(workspace_id, fold(asked)), asked, limit)
        if found.score >= NEAR
    ]


def said(
    workspace_id: uuid.UUID, text: str, *, client_id: uuid.UUID | None = None, limit: int = 20
) -> list[Found]:
    """Entries and promises that hold every word of the text, newest first among equals."""
    words = fold(text[:LONGEST_QUERY]).split()
    if not words:
        return []
    if client_id is not None:
        return _ranked(_of_client(workspace_id, client_id, words), text, limit)
    return _ranked(_containing(SaidLine, workspace_id, words), text, limit)


def _readings(asked: str) -> list[list[str]]:
    """The ways in which a query may be meant, the most literal first."""
    words = fold(asked).split()
    ways = [[asked.casefold()], words]
    if len(number := digits(asked)) >= GRAM and len(number) * 2 >= len(asked):
        ways.insert(0, [number])
    keys = [sorted(found) for word in words if (found := sounds(word))]
    ways += [[f"={key}=" for key in way] for way in islice(product(*keys), 8) if len("".join(way)) >= 2]
    return [way for index, way in enumerate(ways) if way and all(way) and way not in ways[:index]]


def _ranked(rows: Sequence[tuple], asked: str, limit: int) -> list[Found]:  # type: ignore[type-arg]
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


def _containing(model: type[SearchLine], workspace_id: uuid.UUID, needles: Sequence[str]) -> list[tuple]:  # type: ignore[type-arg]
    """Lines that hold all needles, newest first, a bounded number."""
    lines = model.objects.within(workspace_id)
    long = [needle for needle in needles if len(needle) >= GRAM]
    if has_fts() and long:
        lines = lines.filter(pk__in=_rowids(model, workspace_id, " AND ".join(map(_phrase, long))))
        needles = [needle for needle in needles if len(needle) < GRAM]
    for needle in needles:
        lines = lines.filter(text__contains=needle)
    return list(lines.order_by("-pk").values_list("kind", "ref", "client_id", "text")[:CANDIDATES])


def _of_client(workspace_id: uuid.UUID, client_id: uuid.UUID, words: Sequence[str]) -> list[tuple]:  # type: ignore[type-arg]
    lines = SaidLine.objects.within(workspace_id).filter(client_id=client_id)
    for word in words:
        lines = lines.filter(text__contains=word)
    return list(lines.order_by("-pk").values_list("kind", "ref", "client_id", "text")[:CANDIDATES])


def _resembling(workspace_id: uuid.UUID, plain: str) -> list[tuple]:  # type: ignore[type-arg]
    """Names that share pieces with the text: candidates for a typing error."""
    if len(plain) < GRAM:
        return []
    if not has_fts():
        alike = '%s <%% "kashuv_wholine"."text"'  # pg_trgm: the text holds a word much like it
        lines = WhoLine.objects.within(workspace_id).extra(where=[alike], params=[plain])
        return list(lines.values_list("kind", "ref", "client_id", "text")[:CANDIDATES])
    grams = {plain[i : i + GRAM] for i in range(len(plain) - GRAM + 1)}
    rowids = _rowids(WhoLine, workspace_id, " OR ".join(sorted(map(_phrase, grams))), ranked=True)
    lines = WhoLine.objects.within(workspace_id).filter(pk__in=rowids)
    return list(lines.values_list("kind", "ref", "client_id", "text"))


def _phrase(needle: str) -> str:
    """A needle as FTS5 reads it literally."""
    return '"' + needle.replace('"', '""') + '"'


def _rowids(
    model: type[SearchLine], workspace_id: uuid.UUID, match: str, *, ranked: bool = False
) -> list[int]:
    """Row numbers of one workspace's lines that match, the newest or (ranked) the nearest, a bounded number."""
    fts, lines = fts_table(model), model._meta.db_table
    order = "rank" if ranked else f"{fts}.rowid DESC"
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT {fts}.rowid FROM {fts} JOIN "{lines}" ON "{lines}"."id" = {fts}.rowid'
            f' WHERE {fts} MATCH %s AND "{lines}"."workspace_id" = %s ORDER BY {order} LIMIT {CANDIDATES}',
            [match, workspace_id.hex],
        )
        return [row[0] for row in cursor.fetchall()]
