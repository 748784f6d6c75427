"""Promises that are late, due today or tomorrow, or have stood long without a date."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from kashuv.foundation.clock import day_bounds
from kashuv.foundation.prepared import Asking, prepared
from kashuv.foundation.together import Gather
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.gather.unmarked import REMEMBERED, promise_named, unmarked
from kashuv.rooms.today.rules.hours import part_of
from kashuv.rooms.today.rules.limits import OLDEST_GENTLE, OLDEST_PROPOSAL, UNDATED
from kashuv.rooms.today.rules.matters import PromiseMatter, Said

MOST = 16
MOST_READ = 20  # many of them will turn out to be done
EVER = 36500
FIELDS = (
    "client_id", "id", "side", "words", "given_at", "due_at", "state", "certainty", "quote", "person_id",
    "entry_id", "entry__at", "entry__kind", "entry__direction",
)  # fmt: skip


def promises(scope: Scope) -> Gather[list[PromiseMatter]]:
    """What we promised, and what was promised to us and is late."""
    _, tomorrow_ends = day_bounds(scope.day.date + timedelta(days=1), scope.zone)
    marked_since = scope.ago(REMEMBERED)
    last, first = (scope.ago(days) for days in UNDATED)
    found = yield [
        _due.asking(scope, "ours", "open", scope.ago(EVER), tomorrow_ends, marked_since),
        _due.asking(scope, "ours", "proposed", scope.ago(OLDEST_PROPOSAL + 1), tomorrow_ends, marked_since),
        _due.asking(scope, "theirs", "open", scope.ago(OLDEST_GENTLE + 1), scope.at, marked_since),
        _undated.asking(scope, first, last, marked_since),
        *_todays(scope, marked_since),
    ]
    return [_matter(row) for row in dict.fromkeys(row for rows in found for row in rows)]


def _todays(scope: Scope, marked_since: datetime) -> list[Asking]:
    """From noon on those for today are asked for by themselves, so that many for tomorrow hide none of them."""
    if part_of(scope.day) == "morning":
        return []
    return [_due.asking(scope, "ours", "open", *day_bounds(scope.day.date, scope.zone), marked_since)]


@prepared
def _due(
    scope: Scope, side: str, state: str, begin: datetime, end: datetime, marked_since: datetime
) -> QuerySet[Any]:
    """The latest first: what has been late for years must not hide what fell late yesterday."""
    due = _asked(scope, marked_since).filter(side=side, state=state, due_at__gte=begin, due_at__lt=end)
    return due[: MOST_READ if state == Promise.State.PROPOSED else MOST]


@prepared
def _undated(scope: Scope, first: datetime, last: datetime, marked_since: datetime) -> QuerySet[Any]:
    given = _asked(scope, marked_since).filter(given_at__range=(first, last))
    return given.filter(side="ours", state="open", due_at__isnull=True)[:MOST]


def _asked(scope: Scope, marked_since: datetime) -> QuerySet[Any]:
    seen = Promise.objects.within(scope.workspace_id).filter(scope.of_client())
    return unmarked(scope, seen, promise_named(), marked_since).order_by("-due_at").values_list(*FIELDS)


def _matter(row: tuple[Any, ...]) -> PromiseMatter:
    client, key, side, words, given, due, state, certainty, quote, person, entry, at, kind, direction = row
    said = Said(entry, at or given, kind or "", direction or "", quote, person)
    return PromiseMatter(client, key, side, words, given, due, state == "proposed", certainty, said)
