"""Asks questions that come again and again: what can be kept of them between two askings is kept.

PostgreSQL parses and plans each once a connection: Django writes the values into the text of a statement, so that it
is planned anew each time, and for a question with a few joins that takes several times as long as finding the rows.
For SQLite, which keeps its own plans, Django rewrites the marks of the whole text each time; here that is done once.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack, closing
from functools import cache, lru_cache
from typing import Any

Rows = list[tuple[Any, ...]]


def asked(db: Any, sql: str, params: Sequence[Any]) -> Rows:
    """All rows of the answer. Where somebody watches or counts statements, this one too goes through Django's hands."""
    db.ensure_connection()
    with db.wrap_database_errors, closing(_cursor(db)) as cursor:
        cursor.execute(sql, params)
        rows: Rows = cursor.fetchall()
    return rows


def asked_together(db: Any, questions: Sequence[tuple[str, Sequence[Any]]]) -> list[Rows]:
    """The rows of each. PostgreSQL is sent all of them before the first answer is awaited (its pipeline): the ways there
    and back cost more than finding the rows."""
    db.ensure_connection()
    if len(questions) < 2 or db.vendor != "postgresql" or _is_watched(db):
        return [asked(db, sql, params) for sql, params in questions]
    with db.wrap_database_errors, ExitStack() as opened, db.connection.pipeline():
        cursors = [opened.enter_context(_on_postgresql()(db.connection)) for _ in questions]
        for cursor, (sql, params) in zip(cursors, questions, strict=True):
            cursor.execute(sql, params)
        return [cursor.fetchall() for cursor in cursors]


def _cursor(db: Any) -> Any:
    keeping = _on_postgresql()(db.connection) if db.vendor == "postgresql" else _on_sqlite()(db.connection)
    return db._prepare_cursor(keeping) if _is_watched(db) else keeping


def _is_watched(db: Any) -> bool:
    return bool(db.execute_wrappers or db.queries_logged)


@cache
def _on_postgresql() -> type[Any]:
    """psycopg's plain cursor, which sends the values apart from the statement; a house on SQLite has no psycopg.

    Its own loader of moments is compiled; Django's, in Python, would take as long as all the rest of the fetching. Both
    say UTC, as the session does.
    """
    import psycopg
    from psycopg.adapt import AdaptersMap
    from psycopg.pq import Format

    class Keeping(psycopg.Cursor[Any]):
        ways: AdaptersMap | None = None

        @property
        def adapters(self) -> AdaptersMap:
            if Keeping.ways is None:
                Keeping.ways = AdaptersMap(self.connection.adapters)
                moment = psycopg.adapters.types["timestamptz"].oid
                compiled = psycopg.adapters.get_loader(moment, Format.TEXT)
                assert compiled is not None
                Keeping.ways.register_loader(moment, compiled)
            return Keeping.ways

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
