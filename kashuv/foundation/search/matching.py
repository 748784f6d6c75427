"""Asks the database for lines that hold all needles, or that resemble a text; each kind of database its own way.

On SQLite the plus before the workspace keeps the planner from walking the workspace's whole index where the full-text
table, or the newest rows, have the answer already.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db import connection

from kashuv.foundation.search.lines import SearchLine
from kashuv.foundation.search.tables import fts_table, has_fts

CANDIDATES = 150
GRAM = 3

Row = tuple[str, uuid.UUID, uuid.UUID | None, str]
COLUMNS = ("kind", "ref", "client_id", "text")


def containing(model: type[SearchLine], workspace_id: uuid.UUID, needles: Sequence[str]) -> list[Row]:
    """Lines that hold all needles, newest first, a bounded number."""
    if has_fts():
        return _containing_sqlite(model, workspace_id, needles)
    lines = model.objects.within(workspace_id)
    for needle in needles:
        lines = lines.filter(text__contains=needle)
    return list(lines.order_by("-pk").values_list(*COLUMNS)[:CANDIDATES])


def of_client(
    model: type[SearchLine], workspace_id: uuid.UUID, client_id: uuid.UUID, words: Sequence[str]
) -> list[Row]:
    """The same among the lines of one client, who has few."""
    lines = model.objects.within(workspace_id).filter(client_id=client_id)
    for word in words:
        lines = lines.filter(text__contains=word)
    return list(lines.order_by("-pk").values_list(*COLUMNS)[:CANDIDATES])


def resembling(model: type[SearchLine], workspace_id: uuid.UUID, plain: str) -> list[Row]:
    """Lines that share pieces with the text, the nearest first: candidates for a typing error."""
    if len(plain) < GRAM:
        return []
    if has_fts():
        grams = {plain[i : i + GRAM] for i in range(len(plain) - GRAM + 1)}
        return _fts(model, workspace_id, " OR ".join(sorted(map(_phrase, grams))), order="rank")
    alike = f'%s <%% "{model._meta.db_table}"."text"'  # pg_trgm: the text holds a word much like it
    lines = model.objects.within(workspace_id).extra(where=[alike], params=[plain])
    return list(lines.values_list(*COLUMNS)[:CANDIDATES])


def _containing_sqlite(model: type[SearchLine], workspace_id: uuid.UUID, needles: Sequence[str]) -> list[Row]:
    """Needles of three letters and more by trigrams, shorter ones by looking at the text."""
    long = [needle for needle in needles if len(needle) >= GRAM]
    short = [needle for needle in needles if len(needle) < GRAM]
    if long:
        return _fts(model, workspace_id, " AND ".join(map(_phrase, long)), short=short)
    return _scan(model, workspace_id, short)


def _phrase(needle: str) -> str:
    """A needle as FTS5 reads it literally."""
    return '"' + needle.replace('"', '""') + '"'


def _fts(
    model: type[SearchLine],
    workspace_id: uuid.UUID,
    match: str,
    *,
    short: Sequence[str] = (),
    order: str = "",
) -> list[Row]:
    fts, lines = fts_table(model), model._meta.db_table
    return _rows(
        f'SELECT {_columns(lines)} FROM {fts} CROSS JOIN "{lines}" ON "{lines}"."id" = {fts}.rowid'
        f' WHERE {fts} MATCH %s AND +"{lines}"."workspace_id" = %s{_holding(lines, short)}'
        f" ORDER BY {order or f'{fts}.rowid DESC'} LIMIT {CANDIDATES}",
        [match, workspace_id.hex, *short],
    )


def _scan(model: type[SearchLine], workspace_id: uuid.UUID, short: Sequence[str]) -> list[Row]:
    lines = model._meta.db_table
    return _rows(
        f'SELECT {_columns(lines)} FROM "{lines}" WHERE +"{lines}"."workspace_id" = %s'
        f'{_holding(lines, short)} ORDER BY "{lines}"."id" DESC LIMIT {CANDIDATES}',
        [workspace_id.hex, *short],
    )


def _columns(table: str) -> str:
    return ", ".join(f'"{table}"."{name}"' for name in COLUMNS)


def _holding(table: str, needles: Sequence[str]) -> str:
    return "".join(f' AND instr("{table}"."text", %s)' for _ in needles)


def _rows(sql: str, params: list[str]) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [(kind, _key(ref), _key(client), text) for kind, ref, client, text in cursor.fetchall()]  # type: ignore[misc]


def _key(value: str | None) -> uuid.UUID | None:
    return uuid.UUID(value) if value else None
