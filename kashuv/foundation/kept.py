"""A cursor for questions that come again and again: PostgreSQL parses and plans each once a connection.

Django writes the values into the text of a statement, so that PostgreSQL plans it anew each time; for a question
with a few joins that takes several times as long as finding the rows.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper


def cursor(db: BaseDatabaseWrapper) -> Any:
    """To be used in a `with` block; it is watched and counted like each of Django's own."""
    if db.vendor != "postgresql":
        return db.cursor()
    db.ensure_connection()
    return db.make_cursor(_keeping()(db.connection))


@cache
def _keeping() -> type[Any]:
    """psycopg's plain cursor, which sends the values apart from the statement; psycopg may be absent on SQLite."""
    import psycopg

    class Keeping(psycopg.Cursor[Any]):
        def execute(self, query: Any, params: Any = None, **kwargs: Any) -> Any:
            return super().execute(query, params, prepare=True, **kwargs)

    return Keeping
