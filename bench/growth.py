"""Lets a town's history grow in the database itself: every talk is had again, some hours earlier, under keys of its own.

What is said is copied by one statement a table, so that a million entries stand after two minutes. Clients, people and
promises stay as they are: the figures over the grown town tell what the length of a history costs.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from bench import town
from kashuv.foundation.search import tables
from kashuv.foundation.search.lines import SaidLine
from kashuv.rooms.care import pulse
from kashuv.rooms.conversations.models import Entry, Thread

HOURS = 37  # between a talk and its copy
DIGITS = "89abcdef"  # one takes the place of the 7 in a key that says which version of UUID it is
KEYS = {Thread: ("id",), Entry: ("id", "thread_id"), SaidLine: ("ref",)}  # the row's own first
NAMES = ("root", "identity")
COPIED = {
    "sqlite": ("substr({0}, 1, 12) || '{1}' || substr({0}, 14)", "datetime({0}, '-{1} hours')"),
    "postgresql": ("overlay({0}::text placing '{1}' from 15)::uuid", "{0} - interval '{1} hours'"),
}
VERSION = {"sqlite": "substr({}, 13, 1)", "postgresql": "substr({}::text, 15, 1)"}


def grow(workspace_id: uuid.UUID, times: int) -> None:
    """Makes the history so many times as long as it is."""
    with _search_set_aside():
        for copy in range(times - 1):
            with transaction.atomic():
                _trust_the_keys()
                for model in KEYS:
                    _copy(model, workspace_id, copy)
    pulse.feel_all(workspace_id, town.NOW)
    town.let_postgres_count()


def _copy(model: Any, workspace_id: uuid.UUID, copy: int) -> None:
    """Copies the rows that are no copies themselves."""
    fields = [field for field in model._meta.concrete_fields if field.get_internal_type() != "BigAutoField"]
    columns = [field.column for field in fields]
    home = model._meta.get_field("workspace_id").get_db_prep_value(workspace_id, connection)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {model._meta.db_table} ({', '.join(columns)})"
            f" SELECT {', '.join(_copied(model, column, copy) for column in columns)}"
            f" FROM {model._meta.db_table}"
            f" WHERE workspace_id = %s AND {VERSION[connection.vendor].format(KEYS[model][0])} = '7'",
            [home],
        )


def _copied(model: Any, column: str, copy: int) -> str:
    key, earlier = COPIED[connection.vendor]
    if column in KEYS[model]:
        return key.format(column, DIGITS[copy])
    if column in NAMES:
        return f"{column} || '#{copy}'"
    return earlier.format(column, HOURS * (copy + 1)) if column == "at" else column


def _trust_the_keys() -> None:
    """Every copied key points where its original does; looking each up would take longer than the copying."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")


@contextmanager
def _search_set_aside() -> Iterator[None]:
    """What finds inside words is made at the end, for all new lines at once."""
    lines = SaidLine._meta.db_table
    with connection.cursor() as cursor:
        if tables.has_fts():
            cursor.execute(f"SELECT max(id) FROM {lines}")
            (last,) = cursor.fetchone()
            yield
            cursor.execute(
                f"INSERT INTO {tables.fts_table(SaidLine)} (rowid, text) SELECT id, text FROM {lines} WHERE id > %s",
                [last],
            )
        else:
            cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = %s", [f"{lines}_trgm"])
            (definition,) = cursor.fetchone()
            cursor.execute(f"DROP INDEX {lines}_trgm")
            yield
            cursor.execute("SET maintenance_work_mem = '512MB'")
            cursor.execute(definition)
