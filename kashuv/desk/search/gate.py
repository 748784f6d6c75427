"""Whom search must pass over: a limit that counted them would hide others behind them, and so tell that they exist."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import QuerySet

from kashuv.desk.layout.sight import Sight
from kashuv.foundation.prepared import prepared
from kashuv.rooms.clients.models import Client
from kashuv.rooms.team.models import Member


def hidden_from(member: Member) -> tuple[uuid.UUID, ...]:
    """The keys of clients whom this member may not see; nobody is asked about for one who leads."""
    if member.leads:
        return ()
    return tuple(key for (key,) in _hidden(Sight.of(member)))


@prepared
def _hidden(sight: Sight) -> QuerySet[Any]:
    return Client.objects.hidden_from(sight).values_list("id")
