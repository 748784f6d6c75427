"""Asks questions that come again and again: what can be kept of them between two askings is kept.

PostgreSQL parses and plans each once a connection: Django writes the values into the text of a statement, so that it
is planned anew each time, and for a question with a few joins that takes several times as long as finding the rows.
For SQLite, which keeps its own plans, Django rewrites the marks of the whole text each time; here that is done once.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import cache, lru_cache
from typing import Any


def asked(db: Any, sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
    """All rows of the answer. Where somebody watches or counts statements, this one too goes through Django's hands."""
    db.ensure_connection()
    keeping = _on_postgresql()(db.connection) if db.vendor == "postgresql" else _on_sqlite()(db.connection)
    cursor = db._prepare_cursor(keeping) if db.execute_wrappers or db.queries_logged else keeping
    with db.wrap_database_errors, closing(cursor):
        cursor.execute(sql, params)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


@cache
def _on_postgresql() -> type[Any]:
    """psycopg's plain cursor, which sends the values apart from the statement; a house on SQLite has no psycopg."""
    import psycopg

    class Keeping(psycopg.Cursor[Any]):
        def execute(self, query: Any, params: Any = None, **kwargs: Any) -> Any:
            return super().execute(query, params, prepare=True, **kwargs)

    return Keeping


@cache
def _on_sqlite() -> type[Any]:
    from django.db.backends.sqlite3.base import SQLiteCursorWrapper

    @lru_cache(maxsize=512)
    def converted(query: str) -> str:
        return str(SQLiteCursorWrapper.convert_query(None, query))  # type: ignore[arg-type]

    class Keeping(SQLiteCursorWrapper):
        def convert_query(self, query: str, *, param_names: Any = None) -> str:
            return (
                converted(query)
                if param_names is None
                else super().convert_query(query, param_names=param_names)
            )

    return Keeping
