"""Our words for today that still stand, marked or not: the end of the day passes over none of them."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from kashuv.foundation.clock import day_bounds
from kashuv.foundation.prepared import prepared
from kashuv.foundation.together import Gather
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.rules.hours import part_of

MOST = 200


def standing(scope: Scope) -> Gather[list[uuid.UUID]]:
    """Their keys, the soonest first; a deadline at midnight is the end of the day before it."""
    (rows,) = yield [_standing.asking(scope, *day_bounds(scope.day.date, scope.zone))]
    return [key for (key,) in rows]


def counted_at_closing(scope: Scope) -> Gather[int]:
    """How many stand, asked only when the day is closing."""
    if part_of(scope.day) != "closing":
        return 0
    return len((yield from standing(scope)))


@prepared
def _standing(scope: Scope, begin: datetime, end: datetime) -> QuerySet[Any]:
    ours = Promise.objects.within(scope.workspace_id).filter(scope.of_client(), side="ours", state="open")
    return ours.filter(due_at__gt=begin, due_at__lte=end).order_by("due_at").values_list("id")[:MOST]
