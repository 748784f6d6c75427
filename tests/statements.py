"""The watch over every SQL statement: each names the workspace for every table that belongs to one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.apps import apps

from kashuv.foundation.belonging import looking_across

_from = re.compile(
    r'\b(?:FROM|JOIN|UPDATE|INTO)\s+"(kashuv_\w+)"(?:\s+(?:AS\s+)?"?([TUVW]\d+)\b"?)?', re.IGNORECASE
)
_plain = (
    "SAVEPOINT",
    "RELEASE",
    "ROLLBACK",
    "BEGIN",
    "COMMIT",
    "PRAGMA",
    "CREATE",
    "DROP",
    "ALTER",
    "SET ",
    "TRUNCATE",
)


@lru_cache
def belonging_tables() -> frozenset[str]:
    """Tables whose rows belong to a workspace."""
    models = apps.get_app_config("kashuv").get_models()
    return frozenset(
        m._meta.db_table for m in models if any(f.column == "workspace_id" for f in m._meta.fields)
    )


@lru_cache(maxsize=20_000)
def strays(sql: str) -> tuple[str, ...]:
    """The tables of a statement that it reads or writes without naming their workspace."""
    if sql.lstrip().upper().startswith(_plain):
        return ()
    return tuple(
        table
        for table, alias in _from.findall(sql)
        if table in belonging_tables() and not _named(sql, table, alias)
    )


def _named(sql: str, table: str, alias: str) -> bool:
    if sql.lstrip().upper().startswith("INSERT"):
        return '"workspace_id"' in sql or "workspace_id" in sql
    name = alias or f'"{table}"'
    return any(f'{spelled}."workspace_id"' in _conditions(sql) for spelled in (name, f'"{name}"'))


def _conditions(sql: str) -> str:
    """The statement from its first join or condition on: what it selects proves nothing."""
    found = re.search(r"\b(?:JOIN|WHERE)\b", sql)
    return sql[found.start() :] if found else ""


def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """An execute wrapper that fails the test on a stray statement."""
    if not looking_across() and (lost := strays(sql)):
        raise AssertionError(f"A statement names no workspace for {', '.join(lost)}:\n{sql}")
    return execute(sql, params, many, context)
