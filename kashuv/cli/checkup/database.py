"""Looks at the database: the engine, its soundness, its tables, and whether search knows every row."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from kashuv.cli.checkup.finding import Finding
from kashuv.cli.counting import counted
from kashuv.foundation.belonging import across_workspaces
from kashuv.foundation.search.lines import SaidLine, SearchLine, WhoLine
from kashuv.foundation.search.tables import fts_table, has_fts
from kashuv.foundation.sqlite import SAFE_WITH_WAL

RESTORE = "restore the last backup: kashuv restore FILE --yes"


def look() -> Iterator[Finding]:
    """Stops at the first thing without which the others can't be asked."""
    try:
        yield from _looks()
    except DatabaseError as fault:
        yield Finding("database", "wrong", f"can't be read: {fault}", RESTORE)


def _looks() -> Iterator[Finding]:
    try:
        connection.ensure_connection()
    except OperationalError as refusal:
        yield Finding("database", "wrong", f"does not answer: {refusal}", "start it, or correct DATABASE_URL")
        return
    yield _sqlite() if connection.vendor == "sqlite" else _postgresql()
    tables = _migrations()
    yield tables
    if tables.state == "good":
        yield from (_search(model) for model in (WhoLine, SaidLine))


def _sqlite() -> Finding:
    import sqlite3  # whichever engine the settings chose

    with connection.cursor() as cursor:
        journal = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        verdict = cursor.execute("PRAGMA quick_check(1)").fetchone()[0]
    engine = f"SQLite {sqlite3.sqlite_version}, journal {journal}"
    if verdict != "ok":
        return Finding("database", "wrong", f"{engine}: {verdict}", RESTORE)
    if journal == "wal" and sqlite3.sqlite_version_info < SAFE_WITH_WAL:
        return Finding("database", "wrong", f"{engine}: unsafe together", "install the pysqlite3 wheel")
    return Finding("database", "good", f"{engine}, sound")


def _postgresql() -> Finding:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return Finding("database", "good", f"PostgreSQL {cursor.fetchone()[0]}")


def _migrations() -> Finding:
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not missing:
        return Finding("tables", "good", "up to date")
    return Finding(
        "tables",
        "wrong",
        f"{counted(len(missing), 'step')} behind",
        "start kashuv serve (or kashuv init) once",
    )


def _search(model: type[SearchLine]) -> Finding:
    """The full-text table must know exactly the lines that stand."""
    name = f"search ({model._meta.model_name})"
    with across_workspaces("the doctor looks at the whole house"):
        lines = model.objects.count()
    known = _known_to_fts(model) if has_fts() else lines
    if known == lines:
        return Finding(name, "good", counted(lines, "line"))
    return Finding(
        name, "wrong", f"{counted(lines, 'line')}, {known:,} of them findable", "restore the last backup"
    )


def _known_to_fts(model: type[SearchLine]) -> int:
    with connection.cursor() as cursor:
        return cursor.execute(f'SELECT count(*) FROM "{fts_table(model)}_docsize"').fetchone()[0]
