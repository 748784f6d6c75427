"""How our word is kept: of the promises that fell due, how many were kept on time, moved openly, or late.

Counted by the database, in the terms of `today/rules/word`: moved is what was kept by its last date, but not by its first.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, F, Q

from kashuv.rooms.promises.models import Promise
from kashuv.rooms.promises.models.promise import PromiseQuerySet

SPAN = timedelta(days=90)
_kept = Q(state=Promise.State.KEPT, ended_at__lte=F("due_at"))
_first = Q(first_due_at__isnull=True) | Q(first_due_at=F("due_at"))
COUNTS = {
    "kept": Count("pk", filter=_kept & _first),
    "moved": Count("pk", filter=_kept & ~_first),
    "due": Count("pk"),
}


@dataclass(frozen=True, slots=True)
class Rate:
    """Of `due` promises `kept` were kept on time and `moved` after an open move; the rest were late, or still are."""

    kept: int = 0
    moved: int = 0
    due: int = 0

    @property
    def late(self) -> int:
        return self.due - self.kept - self.moved


def fell_due(promises: PromiseQuerySet, since: datetime, at: datetime) -> PromiseQuerySet:
    """Those of ours that fell due between these moments."""
    ended = (Promise.State.OPEN, Promise.State.KEPT)
    return promises.ours().filter(state__in=ended, due_at__gt=since, due_at__lte=at)


def by_member(promises: PromiseQuerySet, at: datetime) -> list[tuple[str, Rate]]:
    """Of each who gave her word, her name and her rate; who gave most comes first."""
    given = fell_due(promises, at - SPAN, at).filter(member__isnull=False).order_by()
    rows: Iterable[dict[str, Any]] = given.values("member_id", "member__name").annotate(**COUNTS)
    rates = [(row["member__name"], Rate(row["kept"], row["moved"], row["due"])) for row in rows]
    return sorted(rates, key=lambda one: (-one[1].due, one[0]))


def of_client(workspace_id: uuid.UUID, client_id: uuid.UUID, since: datetime, at: datetime) -> Any:
    """The question for one client's rate: at most one row of `kept`, `moved`, `due`."""
    his = Promise.objects.within(workspace_id).filter(client_id=client_id)
    return fell_due(his, since, at).order_by().values("workspace_id").annotate(**COUNTS)
