"""Meetings that are agreed for the rest of today and for tomorrow: whoever turns to a client should know of them."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from kashuv.foundation.clock import day_bounds
from kashuv.foundation.prepared import prepared
from kashuv.foundation.together import Gather
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.rules.matters import Said

MOST = 60
OF_ONE = 2  # of one client; a third is found on his page
Agreed = dict[uuid.UUID, list[Said]]


def meetings(scope: Scope, clients: Collection[uuid.UUID]) -> Gather[Agreed]:
    """Of each client the next ones, the soonest first; the subject stands in place of the words."""
    _, end = day_bounds(scope.day.date + timedelta(days=1), scope.zone)
    (rows,) = yield [_ahead.asking(scope, tuple(clients), end)]
    agreed: Agreed = defaultdict(list)
    for client, entry, at, subject in rows:
        if len(agreed[client]) < OF_ONE:
            agreed[client].append(Said(entry, at, Entry.Kind.MEETING, quote=subject))
    return agreed


@prepared
def _ahead(scope: Scope, clients: tuple[uuid.UUID, ...], end: datetime) -> QuerySet[Any]:
    ahead = Entry.objects.within(scope.workspace_id).filter(
        client_id__among=clients, kind=Entry.Kind.MEETING, at__gt=scope.at, at__lt=end
    )
    return ahead.order_by("at").values_list("client_id", "id", "at", "subject")[:MOST]
