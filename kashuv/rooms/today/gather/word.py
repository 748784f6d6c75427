"""How we kept our word of late, and what was kept yesterday."""

from __future__ import annotations

from datetime import datetime, timedelta

from kashuv.foundation.clock import day_bounds
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.rules.word import Given, Word, our_word

SPAN = timedelta(days=30)
MOST = 60
MOST_KEPT = 200


def word(scope: Scope) -> Word:
    """Our promises that fell due in the last thirty days, at most the latest sixty, in the order of their dates."""
    rows = (
        Promise.objects.within(scope.workspace_id)
        .filter(scope.of_client(), side="ours", state__in=("open", "kept"))
        .filter(due_at__range=(scope.at - SPAN, scope.at))
        .order_by("-due_at")
        .values_list("due_at", "first_due_at", "ended_at")[:MOST]
    )
    return our_word([Given(*row) for row in reversed(list(rows))])


def kept_yesterday(scope: Scope) -> int:
    """Our promises that were kept on the day before."""
    begin, end = day_bounds(scope.day.date - timedelta(days=1), scope.workspace.zone)
    kept = _kept(scope, begin).values_list("ended_at", flat=True)[:MOST_KEPT]
    return sum(begin <= ended < end for ended in kept if ended)


def _kept(scope: Scope, begin: datetime):  # type: ignore[no-untyped-def]
    ours = Promise.objects.within(scope.workspace_id).filter(scope.of_client(), side="ours", state="kept")
    return ours.filter(ended_at__gte=begin, ended_at__lt=begin + timedelta(days=1)).order_by("-due_at")
