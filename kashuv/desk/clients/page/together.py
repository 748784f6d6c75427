"""Asks several small questions in one statement, so that a page of many parts costs no more than a plain one."""

from __future__ import annotations

import uuid
from collections import defaultdict
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import (
    CharField,
    DateTimeField,
    F,
    FloatField,
    IntegerField,
    QuerySet,
    TextField,
    UUIDField,
    Value,
)
from django.db.models.functions import Cast


class Piece(NamedTuple):
    """One answer; what a table does not tell is None. `of` is the key of the thing that it hangs on."""

    table: str
    id: uuid.UUID
    of: uuid.UUID | None
    kind: str | None
    what: str | None
    words: str | None
    more: str | None
    first: int | None
    last: int | None
    share: float | None
    at: datetime | None


_SHAPES = {
    "id": UUIDField,
    "of": UUIDField,
    "kind": CharField,
    "what": CharField,
    "words": TextField,
    "more": TextField,
    "first": IntegerField,
    "last": IntegerField,
    "share": FloatField,
    "at": DateTimeField,
}


def piece(table: str, rows: QuerySet[Any], **columns: Any) -> QuerySet[Any]:
    """One of the questions: its rows, told in the columns of `Piece` (names of fields, or expressions)."""
    told = {"id": "id", **columns}
    shaped = [_shaped(told.get(name), field()) for name, field in _SHAPES.items()]
    return rows.order_by().values_list(Cast(Value(table), CharField()), *shaped)


def _shaped(column: Any, field: Any) -> Cast:
    source = F(column) if isinstance(column, str) else Value(None) if column is None else column
    return Cast(source, field)


def ask_together(*pieces: QuerySet[Any]) -> dict[str, list[Piece]]:
    """The answers by the names of their questions."""
    first, *rest = pieces
    answers: dict[str, list[Piece]] = defaultdict(list)
    for row in first.union(*rest, all=True):
        answers[row[0]].append(Piece(*row))
    return answers
