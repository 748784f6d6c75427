"""Asks several small questions in one statement, so that a page of many parts costs no more than a plain one."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db import models
from django.db.models import QuerySet, Value
from django.db.models.functions import Cast


class Piece(NamedTuple):
    """One answer; what its table does not tell is None. `of` is the key of the thing that it hangs on."""

    table: str
    id: uuid.UUID
    of: uuid.UUID | None = None
    kind: str | None = None
    what: str | None = None
    words: str | None = None
    more: str | None = None
    first: int | None = None
    last: int | None = None
    share: float | None = None
    at: datetime | None = None


_SHAPES = {
    "of": models.UUIDField(),
    "kind": models.CharField(),
    "what": models.CharField(),
    "words": models.TextField(),
    "more": models.TextField(),
    "first": models.IntegerField(),
    "last": models.IntegerField(),
    "share": models.FloatField(),
    "at": models.DateTimeField(),
}
_UNTOLD = {"id": "id"} | {name: Cast(Value(None), field) for name, field in _SHAPES.items()}


def piece(table: str, rows: QuerySet[Any], **columns: Any) -> QuerySet[Any]:
    """One of the questions: its rows, told in the columns of `Piece` (names of fields, or expressions)."""
    told = [columns.get(name, untold) for name, untold in _UNTOLD.items()]
    return rows.order_by().values_list(Value(table, models.CharField()), *told)


def together(*pieces: QuerySet[Any]) -> QuerySet[Any]:
    """All of them as one question; the columns of the first give the answers their types."""
    first, *rest = pieces
    return first.union(*rest, all=True)


def told_apart(rows: Iterable[tuple[Any, ...]]) -> dict[str, list[Piece]]:
    """The answers by the names of their questions."""
    answers: dict[str, list[Piece]] = defaultdict(list)
    for row in rows:
        answers[row[0]].append(Piece(*row))
    return answers
