"""Asks the database for lines that hold all needles, or that resemble a text; each kind of database its own way.

On SQLite the plus before the workspace keeps the planner from walking the workspace's whole index where the full-text
table, or the newest rows, have the answer already.

`hidden` are the keys of clients whom the asking one may not see: their lines are left out before anything is counted or
cut off, so that they neither take the place of others nor betray that they exist. `served` asks for the lines of clients
alone, or (False) for those of people who belong to none.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from functools import reduce
from operator import and_, or_

from django.db import connection
from django.db.models import Q

from kashuv.foundation.among import Keys, as_one
from kashuv.foundation.belonging import BelongingQuerySet
from kashuv.foundation.search.lines import SaidLine, SearchLine
from kashuv.foundation.search.tables import fts_table, has_fts

CANDIDATES = 150
GRAM = 3
LOOKED_THROUGH = 3_000  # lines; a needle too short for an index is looked for in the newest of what was said

Key = uuid.UUID | str  # as the database tells it: of most rows nobody needs more than the text
Row = tuple[str, Key, Key | None, str]
COLUMNS = ("kind", "ref", "client_id", "text")


def containing(
    model: type[SearchLine],
    workspace_id: uuid.UUID,
    needles: Sequence[str],
    hidden: Keys = (),
    served: bool | None = None,
) -> list[Row]:
    """Lines that hold all needles, newest first, a bounded number.

    Needles of less than three letters no index knows. Of names there are few enough to look at each; of what was said
    the newest lines are looked through that hold the longer needles.
    """
    long = [needle for needle in needles if len(needle) >= GRAM]
    short = [needle for needle in needles if len(needle) < GRAM]
    if has_fts():
        return (
            _fts(model, workspace_id, _all(long), hidden, served, short=short)
            if long
            else _scan(model, workspace_id, short, hidden, served)
        )
    lines = _holding_all(_open(model, workspace_id, hidden, served), long).order_by("-pk")
    if short and _is_long(model):
        newest = lines.values("pk")[:LOOKED_THROUGH]
        lines = model.objects.within(workspace_id).filter(pk__in=newest).order_by("-pk")
    return list(_holding_all(lines, short).values_list(*COLUMNS)[:CANDIDATES])


def sounding_like(
    model: type[SearchLine],
    workspace_id: uuid.UUID,
    ways: Sequence[Sequence[str]],
    hidden: Keys = (),
    served: bool | None = None,
) -> list[Row]:
    """Lines that hold all needles of one of the ways, newest first; each needle has the letters that an index knows."""
    if has_fts():
        match = " OR ".join(f"({_all(way)})" for way in ways)
        return _fts(model, workspace_id, match, hidden, served)
    held = reduce(or_, [reduce(and_, [Q(text__contains=one) for one in way]) for way in ways])
    lines = _open(model, workspace_id, hidden, served).filter(held)
    return list(lines.order_by("-pk").values_list(*COLUMNS)[:CANDIDATES])


def standing(model: type[SearchLine], workspace_id: uuid.UUID, word: str, hidden: Keys = ()) -> list[Row]:
    """Lines in which the word stands by itself and something after it, newest first; of two letters, too.

    With the gaps beside it even so short a word has the three letters that an index knows.
    """
    if has_fts():
        return _fts(model, workspace_id, f"{_phrase(f' {word} ')} OR ^{_phrase(f'{word} ')}", hidden)
    alone = Q(text__contains=f" {word} ") | Q(text__startswith=f"{word} ")
    lines = _open(model, workspace_id, hidden).filter(alone)
    return list(lines.order_by("-pk").values_list(*COLUMNS)[:CANDIDATES])


def of_client(
    model: type[SearchLine], workspace_id: uuid.UUID, client_id: uuid.UUID, words: Sequence[str]
) -> list[Row]:
    """Lines of one client, who has few, that hold all words, newest first."""
    lines = _holding_all(model.objects.within(workspace_id).filter(client_id=client_id), words)
    return list(lines.order_by("-pk").values_list(*COLUMNS)[:CANDIDATES])


def key(told: Key) -> uuid.UUID:
    """A key of a row as Python knows it."""
    return told if isinstance(told, uuid.UUID) else uuid.UUID(told)


def _open(
    model: type[SearchLine], workspace_id: uuid.UUID, hidden: Keys, served: bool | None = None
) -> BelongingQuerySet:
    lines = model.objects.within(workspace_id)
    if served is not None:
        lines = lines.filter(client_id__isnull=not served)
    return lines.exclude(client_id__among=hidden) if hidden else lines


def _holding_all(lines: BelongingQuerySet, needles: Sequence[str]) -> BelongingQuerySet:
    for needle in needles:
        lines = lines.filter(text__contains=needle)
    return lines


def _is_long(model: type[SearchLine]) -> bool:
    """Whether the table grows with all that is said, not with whom we know."""
    return model is SaidLine


def resembling(
    model: type[SearchLine],
    workspace_id: uuid.UUID,
    plain: str,
    hidden: Keys = (),
    served: bool | None = None,
) -> list[Row]:
    """Lines that share pieces with the text, the nearest first: candidates for a typing error."""
    if len(plain) < GRAM:
        return []
    if has_fts():
        grams = {plain[i : i + GRAM] for i in range(len(plain) - GRAM + 1)}
        match = " OR ".join(sorted(map(_phrase, grams)))
        return _fts(model, workspace_id, match, hidden, served, order="rank")
    alike = f'%s <%% "{model._meta.db_table}"."text"'  # pg_trgm: the text holds a word much like it
    lines = _open(model, workspace_id, hidden, served).extra(where=[alike], params=[plain])
    return list(lines.values_list(*COLUMNS)[:CANDIDATES])


def _all(needles: Sequence[str]) -> str:
    return " AND ".join(map(_phrase, needles))


def _phrase(needle: str) -> str:
    """A needle as FTS5 reads it literally."""
    return '"' + needle.replace('"', '""') + '"'


def _fts(
    model: type[SearchLine],
    workspace_id: uuid.UUID,
    match: str,
    hidden: Keys,
    served: bool | None = None,
    *,
    short: Sequence[str] = (),
    order: str = "",
) -> list[Row]:
    fts, lines = fts_table(model), model._meta.db_table
    seen, keys = _seen(lines, hidden, served)
    return _rows(
        *_among_newest(
            model,
            f'FROM {fts} CROSS JOIN "{lines}" ON "{lines}"."id" = {fts}.rowid'
            f' WHERE {fts} MATCH %s AND +"{lines}"."workspace_id" = %s{seen}',
            [match, workspace_id.hex, *keys],
            short,
            order or f"{fts}.rowid DESC",
        )
    )


def _scan(
    model: type[SearchLine],
    workspace_id: uuid.UUID,
    short: Sequence[str],
    hidden: Keys,
    served: bool | None,
) -> list[Row]:
    lines = model._meta.db_table
    seen, keys = _seen(lines, hidden, served)
    whole = f'FROM "{lines}" WHERE +"{lines}"."workspace_id" = %s{seen}'
    return _rows(*_among_newest(model, whole, [workspace_id.hex, *keys], short, f'"{lines}"."id" DESC'))


def _seen(table: str, hidden: Keys, served: bool | None) -> tuple[str, list[str]]:
    """The condition that leaves out the lines of hidden clients, with its parameter."""
    client = f'"{table}"."client_id"'
    if served is False:
        return f" AND {client} IS NULL", []
    if not hidden:
        return (f" AND {client} IS NOT NULL" if served else ""), []
    if served:
        condition = f" AND {client} NOT IN (SELECT value FROM json_each(%s))"
        return condition, [as_one(hidden, connection.vendor)]
    condition = f" AND ({client} IS NULL OR {client} NOT IN (SELECT value FROM json_each(%s)))"
    return condition, [as_one(hidden, connection.vendor)]


def _among_newest(
    model: type[SearchLine], found: str, params: list[str], short: Sequence[str], order: str
) -> tuple[str, list[str]]:
    """The lines of `found` that hold the short needles too; SQLite keeps the order of a bounded inner question."""
    table = model._meta.db_table
    if not _is_long(model) or not short:
        asked = (
            f"SELECT {_columns(table)} {found}{_holding(table, short)} ORDER BY {order} LIMIT {CANDIDATES}"
        )
    else:
        newest = f"SELECT {_columns(table)} {found} ORDER BY {order} LIMIT {LOOKED_THROUGH}"
        asked = f"SELECT * FROM ({newest}) AS newest WHERE true{_holding('newest', short)} LIMIT {CANDIDATES}"
    return asked, [*params, *short]


def _columns(table: str) -> str:
    return ", ".join(f'"{table}"."{name}"' for name in COLUMNS)


def _holding(table: str, needles: Sequence[str]) -> str:
    return "".join(f' AND instr("{table}"."text", %s)' for _ in needles)


def _rows(sql: str, params: list[str]) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()
