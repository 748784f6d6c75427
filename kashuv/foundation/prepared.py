"""Prepared questions: written once in Django's language, compiled once, asked many times.

Building and compiling a question with a few joins costs Django more than the database needs to answer it. A
prepared question is built with marks in place of the values (keys, moments, lists of keys); each later asking only
puts the real values where the marks stood. Everything else about the values (a flag, None in place of a key) is
part of the question's shape, and each shape is compiled for itself. A list of keys is one value (`__among`).
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache, reduce, update_wrapper
from itertools import count
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import QuerySet

from kashuv.foundation import kept
from kashuv.foundation.among import as_one
from kashuv.foundation.spelling import spelled

MOST_SHAPES = 64
Rows = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Compiled:
    """The SQL of one shape: its parameters, and where among them the values go."""

    sql: str
    params: tuple[Any, ...]
    places: tuple[tuple[int, int], ...]
    converters: dict[int, Callable[[Any], Any]]

    def filled(self, values: list[Any]) -> list[Any]:
        """The parameters with these values in their places."""
        params = list(self.params)
        for place, n in self.places:
            params[place] = values[n]
        return params

    def told(self, rows: Rows) -> Rows:
        return self._converted(rows) if self.converters and rows else rows

    def _converted(self, rows: Rows) -> Rows:
        """Column by column: one look-up of what to do for each column, not for each cell."""
        columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
        for n, convert in self.converters.items():
            columns[n] = [cell if cell is None else convert(cell) for cell in columns[n]]
        return list(zip(*columns, strict=True))


@dataclass(frozen=True, slots=True)
class Asking:
    """A question with its values, ready to be sent; none has no question, since its answer is known to be empty."""

    question: Compiled | None
    params: Sequence[Any] = ()


class Prepared:
    """A question that was written once; called, it answers. `asking` makes it ready, to be sent with others."""

    def __init__(self, build: Callable[..., QuerySet[Any]]) -> None:
        self.build = build
        self.shapes: dict[Hashable, Compiled] = {}
        update_wrapper(self, build)

    def __call__(self, *args: Any) -> Rows:
        return answers([self.asking(*args)])[0]

    def asking(self, *args: Any) -> Asking:
        if any(isinstance(arg, tuple) and not arg for arg in args):
            return Asking(None)
        vendor = connections[DEFAULT_DB_ALIAS].vendor
        values: list[Any] = []
        shape: Hashable = (vendor, *[_shape(arg, values, vendor) for arg in args])
        question = self.shapes.get(shape)
        if question is None:
            question = self._compile(shape, args, values)
        return Asking(question, question.filled(values))

    def _compile(self, shape: Hashable, args: tuple[Any, ...], values: list[Any]) -> Compiled:
        if len(self.shapes) >= MOST_SHAPES:
            self.shapes.clear()
        self.shapes[shape] = question = _compiled(self.build, args, values)
        return question


def prepared(build: Callable[..., QuerySet[Any]]) -> Prepared:
    """Makes a function that builds a `values_list` question into one that answers it, compiled once a shape.

    Its arguments may be keys, moments, tuples of keys, frozen dataclasses of these, and plain hashable values.
    An empty tuple of keys is not asked about: the answer is empty.
    """
    return Prepared(build)


def answers(askings: Sequence[Asking]) -> list[Rows]:
    """The rows of each, in the same order; sent together where the database can take them so."""
    real = [(asking.question, asking.params) for asking in askings if asking.question]
    found = iter(
        kept.asked_together(connections[DEFAULT_DB_ALIAS], [(one.sql, params) for one, params in real])
    )
    return [asking.question.told(next(found)) if asking.question else [] for asking in askings]


def _shape(arg: Any, values: list[Any], vendor: str) -> Hashable:
    """What of the argument is part of the question; what is a value goes to `values`, ready for the database."""
    if isinstance(arg, uuid.UUID | datetime) or _are_keys(arg):
        values.append(_adapted(arg, vendor))
        return type(arg).__name__
    if is_dataclass(arg):
        shape, told = _shape_of_record(arg, vendor)  # type: ignore[arg-type]
        values.extend(told)
        return shape
    return arg


@lru_cache(maxsize=64)
def _shape_of_record(record: Any, vendor: str) -> tuple[Hashable, list[Any]]:
    """The shape and the values of a frozen dataclass: a plan asks twenty questions with the same one."""
    values: list[Any] = []
    shape = tuple([_shape(getattr(record, field.name), values, vendor) for field in fields(record)])
    return shape, values


def _are_keys(arg: Any) -> bool:
    return isinstance(arg, tuple) and bool(arg) and isinstance(arg[0], uuid.UUID)


def _adapted(value: Any, vendor: str) -> Any:
    if isinstance(value, tuple):
        return as_one(value, vendor)
    if vendor == "postgresql":
        return value
    return value.hex if isinstance(value, uuid.UUID) else str(value.astimezone(UTC).replace(tzinfo=None))


def _compiled(build: Callable[..., QuerySet[Any]], args: tuple[Any, ...], values: list[Any]) -> Compiled:
    marks = count(1)
    question = build(*(_marked(arg, marks) for arg in args))
    compiler = question.query.get_compiler(connection=connection)
    text, told = compiler.as_sql()
    sql, params = spelled(text, told, lambda param: _number(param) is not None, connection.vendor)
    places = tuple((place, n) for place, n in enumerate(map(_number, params)) if n is not None)
    if {n for _, n in places} - set(range(len(values))):
        raise AssertionError(f"{build.__name__} has a parameter that is nobody's mark")
    if any(_is_list(params[place]) != _is_list(values[n]) for place, n in places):
        raise AssertionError(f"{build.__name__} must ask for a list of keys by __among")
    expressions = [select[0] for select in compiler.select[: compiler.col_count]]
    converters = {
        n: _converter(steps, expression)
        for n, (steps, expression) in compiler.get_converters(expressions).items()
    }
    return Compiled(sql, tuple(params), places, converters)


def _converter(steps: Sequence[Any], expression: Any) -> Callable[[Any], Any]:
    """What makes a cell of the driver's what Python expects; the two that are asked for most, by the short way."""
    kind = expression.output_field.get_internal_type()
    if kind == "UUIDField" and not connection.features.has_native_uuid_field:
        return _key
    if kind == "DateTimeField" and connection.vendor == "sqlite":
        return _moment
    return lambda cell: reduce(lambda value, step: step(value, expression, connection), steps, cell)


@lru_cache(maxsize=16_384)
def _key(cell: str) -> uuid.UUID:
    """The key by its number, past the checks of UUID's own `__init__`: a page has hundreds, and asks for the same again."""
    key = object.__new__(uuid.UUID)
    object.__setattr__(key, "int", int(cell, 16))
    object.__setattr__(key, "is_safe", uuid.SafeUUID.unknown)
    return key


def _moment(cell: datetime | str) -> datetime:
    """SQLite gives a column of a union as the text that it keeps."""
    return (datetime.fromisoformat(cell) if isinstance(cell, str) else cell).replace(tzinfo=UTC)


KEY_MARK = uuid.UUID("4b617368-7576-7000-8000-000000000000").int
MOMENT_MARK = datetime(1, 2, 3, tzinfo=UTC)


def _marked(arg: Any, marks: Iterator[int]) -> Any:
    """The argument with a mark in the place of each value, in the order of `_shape`."""
    if isinstance(arg, uuid.UUID):
        return uuid.UUID(int=KEY_MARK + next(marks))
    if isinstance(arg, datetime):
        return MOMENT_MARK + timedelta(seconds=next(marks))
    if _are_keys(arg):
        return (_marked(arg[0], marks),)
    if is_dataclass(arg) and not isinstance(arg, type):
        return replace(arg, **{field.name: _marked(getattr(arg, field.name), marks) for field in fields(arg)})
    return arg


def _number(param: Any) -> int | None:
    """Which mark a compiled parameter is, counted from 0; None if it is none."""
    if _is_list(param):
        param = param.strip('[]{}"')
    if isinstance(param, str) and param.startswith("0001-"):
        param = datetime.fromisoformat(param).replace(tzinfo=UTC)
    if isinstance(param, str) and len(param) == 32 and param.startswith("4b61736875767000"):
        param = uuid.UUID(param)
    if isinstance(param, datetime) and param.year == MOMENT_MARK.year:
        return int((param - MOMENT_MARK).total_seconds()) - 1
    if isinstance(param, uuid.UUID) and 0 < param.int - KEY_MARK <= 10_000:
        return param.int - KEY_MARK - 1
    return None


def _is_list(param: Any) -> bool:
    """Whether it is a list of keys as `as_one` writes it."""
    return isinstance(param, str) and param.startswith(('["', "{"))
