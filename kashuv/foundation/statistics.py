"""What the planner believes of our tables: told to SQLite before there is anything to count, counted by PostgreSQL.

Without statistics SQLite takes any index that begins with the workspace for a good one, and reads a whole firm to find
ten rows by their keys. With these it knows from the first day that a workspace holds nearly everything. PostgreSQL
counts by itself, but only about a minute after many rows came; until then a page may take twenty times as long.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps

ROWS = 1_000_000
RARE = 100_000  # rows of an index that holds only those that wait for something
SHARED = 4  # how many values a code (standing, state, kind) has
FEW = 20  # rows of one client, person or thread
MANY = 1_000  # new rows that may change the best way to an answer

_CODES = {"standing", "state", "kind", "side", "frame", "nature", "active", "owner_id", "member_id"}
_FINE = {"at", "due_at", "last_at", "started_at", "folded", "id"}


def assume(connection: Any) -> None:
    """Writes what is to be believed; a later ANALYZE replaces it by what is counted."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # makes the table that the planner reads
        cursor.execute(
            "SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' AND tbl_name LIKE 'kashuv%'"
        )
        for index, table in cursor.fetchall():
            cursor.execute("DELETE FROM sqlite_stat1 WHERE tbl = %s AND idx = %s", [table, index])
            told = [table, index, _believed(cursor, table, index)]
            cursor.execute("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (%s, %s, %s)", told)


def count(connection: Any) -> None:
    """Has PostgreSQL count our tables now; for the end of whatever brought `MANY` rows, when they are committed.

    It reads a sample of each table: about a second where there are 200,000 entries. Nobody has to wait for it, for it
    locks out no reader and no writer.
    """
    if connection.vendor != "postgresql":
        return
    tables = [model._meta.db_table for model in apps.get_app_config("kashuv").get_models()]
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE " + ", ".join(f'"{table}"' for table in sorted(tables)))


def _believed(cursor: Any, table: str, index: str) -> str:
    """The number of rows, then for each further column how many rows share the values up to it."""
    cursor.execute(f'PRAGMA index_info("{index}")')
    columns = [name for _, _, name in cursor.fetchall()]
    cursor.execute(f'PRAGMA index_list("{table}")')
    unique, partial = next((only, part) for _, name, only, _, part in cursor.fetchall() if name == index)
    left = RARE if partial else ROWS
    told = [left]
    for place, column in enumerate(columns, 1):
        left = 1 if unique and place == len(columns) else _sharing(column or "", left)
        told.append(left)
    return " ".join(map(str, told))


def _sharing(column: str, left: int) -> int:
    if column == "workspace_id":
        return left
    if column in _CODES:
        return max(1, left // SHARED)
    return max(1, min(left, 1 if column in _FINE else FEW))
