"""A question that is asked on every page: put into SQL once a thread, later only its values change.

Building a large query costs the ORM more time than the database needs to answer it.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import QuerySet

Value = uuid.UUID | datetime


class Prepared:
    """Wraps a function that makes a QuerySet of tuples from keys and moments; calling it gives the rows."""

    def __init__(self, ask: Callable[..., QuerySet[Any]]) -> None:
        self.ask = ask
        self.put = threading.local()

    def __call__(self, *values: Value) -> list[tuple[Any, ...]]:
        if not hasattr(self.put, "sql"):
            self._put(values)
        told = [_adapted(value) for value in values]
        params = [told[place] if place >= 0 else fixed for place, fixed in self.put.params]
        with connection.cursor() as cursor:
            cursor.execute(self.put.sql, params)
            rows = cursor.fetchall()
        return list(self.put.compiler.results_iter([rows], tuple_expected=True))

    def _put(self, values: tuple[Value, ...]) -> None:
        """Asks with marks in place of the values, and remembers where in the statement each mark came to stand."""
        marks = [_mark(value, place) for place, value in enumerate(values)]
        compiler = self.ask(*marks).query.get_compiler(DEFAULT_DB_ALIAS)
        sql, params = compiler.as_sql()
        known = {_adapted(mark): place for place, mark in enumerate(marks)}
        self.put.params = [(known.get(param, -1) if _fit(param) else -1, param) for param in params]
        self.put.compiler, self.put.sql = compiler, sql


def _mark(value: Value, place: int) -> Value:
    """A value of the same kind that nobody has."""
    if isinstance(value, uuid.UUID):
        return uuid.UUID(int=2**127 + place)
    return datetime(1, 1, 2 + place, tzinfo=UTC)


def _adapted(value: Value) -> Any:
    """The value as the database takes it."""
    if isinstance(value, uuid.UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    return connection.ops.adapt_datetimefield_value(value)


def _fit(param: Any) -> bool:
    return isinstance(param, str | uuid.UUID | datetime)
