"""How we kept our word of late, and what was kept yesterday."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from kashuv.foundation.clock import day_bounds
from kashuv.foundation.prepared import prepared
from kashuv.foundation.together import Gather
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.rules.word import Given, Word, our_word

SPAN = 30  # days
MOST = 30
DUE_NEAR = 21  # days around yesterday, within which a promise kept yesterday was due


def word(scope: Scope) -> Gather[Word]:
    """Our promises that fell due in the last thirty days, at most the latest thirty, in the order of their dates."""
    fell = yield [_fell_due.asking(scope, state, scope.ago(SPAN)) for state in ("open", "kept")]
    given = [Given(*row) for rows in fell for row in rows]
    latest = sorted(given, key=lambda one: one.due_at)[-MOST:]
    return our_word(latest)


@prepared
def _fell_due(scope: Scope, state: str, since: datetime) -> QuerySet[Any]:
    ours = Promise.objects.within(scope.workspace_id).filter(scope.of_client(), side="ours", state=state)
    fell = ours.filter(due_at__gte=since, due_at__lt=scope.at).order_by("-due_at")
    return fell.values_list("due_at", "first_due_at", "ended_at")[:MOST]


def kept_yesterday(scope: Scope) -> Gather[int]:
    """Our promises that were kept on the day before, of those that were due within three weeks of it."""
    begin, end = day_bounds(scope.day.date - timedelta(days=1), scope.zone)
    near = timedelta(days=DUE_NEAR)
    (rows,) = yield [_kept.asking(scope, begin, end, begin - near, end + near)]
    return len(rows)


@prepared
def _kept(
    scope: Scope, begin: datetime, end: datetime, due_from: datetime, due_to: datetime
) -> QuerySet[Any]:
    ours = Promise.objects.within(scope.workspace_id).filter(scope.of_client(), side="ours", state="kept")
    near = ours.filter(due_at__gte=due_from, due_at__lt=due_to)
    return near.filter(ended_at__gte=begin, ended_at__lt=end).values_list("id")
