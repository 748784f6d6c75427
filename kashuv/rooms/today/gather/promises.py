"""Promises that are late, due today or tomorrow, or have stood long without a date."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Q

from kashuv.foundation.clock import day_bounds
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.gather.unmarked import promise_named, unmarked
from kashuv.rooms.today.rules.limits import OLDEST_GENTLE, OLDEST_PROPOSAL, UNDATED
from kashuv.rooms.today.rules.matters import PromiseMatter, Said

MOST = 40
FIELDS = (
    "client_id", "id", "side", "words", "given_at", "due_at", "state", "certainty", "quote", "person_id",
    "entry_id", "entry__at", "entry__kind", "entry__direction",
)  # fmt: skip


def promises(scope: Scope) -> list[PromiseMatter]:
    """What we promised, and what was promised to us and is late."""
    _, tomorrow_ends = day_bounds(scope.day.date + timedelta(days=1), scope.workspace.zone)
    ours = _asked(scope, Q(state="open", due_at__lt=tomorrow_ends), "ours")
    read = _asked(
        scope, Q(state="proposed", due_at__range=(_ago(scope, OLDEST_PROPOSAL), tomorrow_ends)), "ours"
    )
    theirs = _asked(scope, Q(state="open", due_at__range=(_ago(scope, OLDEST_GENTLE), scope.at)), "theirs")
    undated = _asked(scope, _standing_without_date(scope), "ours")
    return [_matter(row) for row in [*ours, *read, *theirs, *undated]]


def _ago(scope: Scope, days: int) -> Any:
    return scope.at - timedelta(days=days + 1)


def _standing_without_date(scope: Scope) -> Q:
    first, last = UNDATED
    return Q(
        state="open",
        due_at__isnull=True,
        given_at__range=(_ago(scope, last), scope.at - timedelta(days=first - 1)),
    )


def _asked(scope: Scope, what: Q, side: str) -> Any:
    """The latest due first: what has been late for years must not hide what fell late yesterday."""
    promised = Promise.objects.within(scope.workspace_id).filter(what, scope.of_client(), side=side)
    return unmarked(scope, promised, promise_named()).order_by("-due_at").values_list(*FIELDS)[:MOST]


def _matter(row: Any) -> PromiseMatter:
    client, key, side, words, given, due, state, certainty, quote, person, entry, at, kind, direction = row
    said = Said(entry, at or given, kind or "", direction or "", quote, person)
    return PromiseMatter(client, key, side, words, given, due, state == "proposed", certainty, said)
