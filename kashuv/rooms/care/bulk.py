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
WRITTEN = 200  # rows a statement
Row = tuple[Any, ...]
WRITES = {"sqlite": "datetime(%s, 'unixepoch')", "postgresql": "to_timestamp(%s)"}


class Seconds(Func):
    """A moment as whole seconds since 1970."""

    output_field = BigIntegerField()
    function = "unixepoch"

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "CAST(FLOOR(EXTRACT(EPOCH FROM %(expressions)s)) AS bigint)"
        return self.as_sql(compiler, connection, template=template, **context)


def raw(asked: QuerySet[Any]) -> Iterator[Row]:
    """The rows of a question, unconverted: keys are whatever the driver makes of them."""
    sql, params = asked.query.get_compiler(connection=connection).as_sql()
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, params)
        while rows := cursor.fetchmany(FETCHED):
            yield from rows


def write(
    workspace_id: uuid.UUID, names: Sequence[str], moments: frozenset[str], rows: Sequence[Row]
) -> None:
    """Writes pulses, each a client's key and the values of `names`; those of `moments` are seconds."""
    columns = [str(Pulse._meta.get_field(name).get_attname_column()[1]) for name in names]  # type: ignore[union-attr]
    values = ["%s", "%s", "%s", *(WRITES[connection.vendor] if name in moments else "%s" for name in names)]
    sets = ", ".join(f'"{column}" = excluded."{column}"' for column in columns)
    home = _key(workspace_id)
    for start in range(0, len(rows), WRITTEN):
        batch = rows[start : start + WRITTEN]
        told = ", ".join([f"({', '.join(values)})"] * len(batch))
        with connection.cursor() as cursor:
            cursor.execute(
                f'INSERT INTO "{Pulse._meta.db_table}" ("id", "workspace_id", "client_id", {_listed(columns)})'
                f' VALUES {told} ON CONFLICT ("workspace_id", "client_id") DO UPDATE SET {sets}',
                [value for row in batch for value in (_key(uuid7()), home, *row)],
            )


def _listed(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _key(key: uuid.UUID) -> Any:
    return key if connection.features.has_native_uuid_field else key.hex
