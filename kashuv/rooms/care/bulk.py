"""Reads and writes the pulses of a whole firm: rows as the driver gives them, moments as seconds, changes as few
statements. Turning 200,000 keys and dates into objects would cost more than all the rest."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection
from django.db.models import BigIntegerField, Func, QuerySet

from kashuv.foundation.keys import uuid7
from kashuv.rooms.care.models import Pulse

FETCHED = 5000
WRITTEN = {"sqlite": 200, "postgresql": 2000}  # rows a statement
MOMENT = {"sqlite": "datetime({}, 'unixepoch')", "postgresql": "to_timestamp({})"}
Row = tuple[Any, ...]


class Seconds(Func):
    """A moment as whole seconds since 1970."""

    output_field = BigIntegerField()
    function = "unixepoch"

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "CAST(FLOOR(EXTRACT(EPOCH FROM %(expressions)s)) AS bigint)"
        return self.as_sql(compiler, connection, template=template, **context)


def raw(asked: QuerySet[Any]) -> Iterator[Row]:
    """The rows of a question, unconverted: keys are the letters and digits that the database spells them with."""
    sql, params = asked.query.get_compiler(connection=connection).as_sql()
    with connection.chunked_cursor() as cursor:
        _leave_keys_spelled(cursor)
        cursor.execute(sql, params)
        while rows := cursor.fetchmany(FETCHED):
            yield from rows


def _leave_keys_spelled(cursor: Any) -> None:
    """Keeps PostgreSQL's driver from making an object of each key, which takes longer than all the reading."""
    if connection.vendor == "postgresql":
        from psycopg.types.string import TextLoader  # not there where the database is SQLite

        cursor.cursor.adapters.register_loader("uuid", TextLoader)


def write(
    workspace_id: uuid.UUID, names: Sequence[str], moments: frozenset[str], rows: Sequence[Row]
) -> None:
    """Writes pulses, each a client's key and the values of `names`; those of `moments` are seconds."""
    size = WRITTEN[connection.vendor]
    for start in range(0, len(rows), size):
        batch = [(_spelled(uuid7()), *row) for row in rows[start : start + size]]
        told, values = _TOLD[connection.vendor](("id", "client", *names), moments, batch)
        with connection.cursor() as cursor:
            cursor.execute(_upsert(names, moments, told), [*values, _spelled(workspace_id)])


def _upsert(names: Sequence[str], moments: frozenset[str], told: str) -> str:
    """WHERE true: without it SQLite takes the ON of the conflict for the ON of a join."""
    columns = [_column(name) for name in names]
    felt = [
        MOMENT[connection.vendor].format(_column(name)) if name in moments else _column(name)
        for name in names
    ]
    sets = ", ".join(f"{column} = excluded.{column}" for column in columns)
    return (
        f'INSERT INTO "{Pulse._meta.db_table}" ("id", "client_id", {", ".join(columns)}, "workspace_id")'
        f' WITH told ("id", "client_id", {", ".join(columns)}) AS ({told})'
        f' SELECT "id", "client_id", {", ".join(felt)}, %s FROM told WHERE true'
        f' ON CONFLICT ("workspace_id", "client_id") DO UPDATE SET {sets}'
    )


def _as_values(names: Sequence[str], moments: frozenset[str], batch: Sequence[Row]) -> tuple[str, list[Any]]:
    """Row by row."""
    row = f"({', '.join(['%s'] * len(names))})"
    return f"VALUES {', '.join([row] * len(batch))}", [value for row in batch for value in row]


def _as_arrays(names: Sequence[str], moments: frozenset[str], batch: Sequence[Row]) -> tuple[str, list[Any]]:
    """Column by column: the driver reads a statement of 17 marks where rows would need 3,000."""
    kinds = ["float8" if name in moments else _field(name).db_type(connection) for name in names]
    return f"SELECT * FROM unnest({', '.join(f'%s::{kind}[]' for kind in kinds)})", [
        list(column) for column in zip(*batch, strict=True)
    ]


_TOLD = {"sqlite": _as_values, "postgresql": _as_arrays}


def _field(name: str) -> Any:
    return Pulse._meta.get_field(name)


def _column(name: str) -> str:
    return f'"{_field(name).column}"'


def _spelled(key: uuid.UUID) -> str:
    """A key in the database's own spelling."""
    return str(key) if connection.features.has_native_uuid_field else key.hex
