"""What each database needs to find inside words: SQLite a full-text table of trigrams, PostgreSQL an index of them."""

from __future__ import annotations

from typing import Any

from django.db import connection

from kashuv.foundation.search.lines import SaidLine, SearchLine, WhoLine


def has_fts() -> bool:
    """Whether the words stand in a full-text table of their own (SQLite)."""
    return connection.vendor == "sqlite"


def fts_table(model: type[SearchLine]) -> str:
    return f"{model._meta.db_table}_fts"


def make(apps: Any, schema_editor: Any) -> None:
    """A migration's step: makes the tables or indexes."""
    for model in (WhoLine, SaidLine):
        for statement in _statements(schema_editor.connection.vendor, model):
            schema_editor.execute(statement)


def unmake(apps: Any, schema_editor: Any) -> None:
    """The same step backwards."""
    for model in (WhoLine, SaidLine):
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(f"DROP TABLE {fts_table(model)}")
        else:
            schema_editor.execute(f"DROP INDEX {model._meta.db_table}_trgm")


def _statements(vendor: str, model: type[SearchLine]) -> list[str]:
    table = model._meta.db_table
    if vendor == "sqlite":
        return [
            f"CREATE VIRTUAL TABLE {fts_table(model)} USING fts5"
            "(text, content='', contentless_delete=1, tokenize='trigram', detail='full')"
        ]
    return [
        "CREATE EXTENSION IF NOT EXISTS pg_trgm",
        "CREATE EXTENSION IF NOT EXISTS btree_gin",
        f"CREATE INDEX {table}_trgm ON {table} USING gin (workspace_id, text gin_trgm_ops)",
    ]
