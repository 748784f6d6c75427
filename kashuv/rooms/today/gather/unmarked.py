"""Leaves out what somebody has marked: done and not needed hold for all of us, later only for who said it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, Left, Replace

from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.models import Mark

REMEMBERED = 120  # days; a birthday's mark must not hold until next year


def unmarked(scope: Scope, rows: QuerySet[Any], named: Any, marked_since: datetime) -> QuerySet[Any]:
    """The rows on whose matter no mark is in force; `named` is the matter's name, that of rules/ranking.key_of."""
    marks = Mark.objects.within(scope.workspace_id).filter(
        Q(until__isnull=True) | Q(until__gt=scope.at),
        _heeded(scope),
        item=OuterRef("named"),
        at__gt=marked_since,
        undone_at__isnull=True,
    )
    return rows.alias(named=named).filter(~Exists(marks))


def _heeded(scope: Scope) -> Q:
    lasting = Q(word__in=(Mark.Word.DONE, Mark.Word.NOT_NEEDED))
    return lasting | Q(member_id=scope.reader) if scope.reader else lasting


def named(kind: str, *keys: str) -> Any:
    """The name of a row's matter: its kind, and the first of these keys that is there."""
    return Concat(_text(f"{kind}:"), _hex(*keys))


def promise_named() -> Any:
    """A promise's name holds its date, so that a moved promise comes back."""
    written = Cast("due_at", TextField())  # both databases write UTC, the day first
    day = Left(written, 10, output_field=TextField())
    return Concat(_text("promise:"), _hex("id"), _text(":"), Coalesce(day, _text("")))


def _hex(*keys: str) -> Any:
    """A key without dashes, as Python's UUID.hex; PostgreSQL writes dashes, SQLite none."""
    key = F(keys[0]) if len(keys) == 1 else Coalesce(*keys)
    return Replace(Cast(key, TextField()), _text("-"), _text(""))


def _text(words: str) -> Value:
    return Value(words, output_field=TextField())
