"""The clients of a plan: name and pulse, and whether they asked to be left alone."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from django.db.models import Q

from kashuv.rooms.care.models import Pulse
from kashuv.rooms.clients.models import Client, Detail
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.rules.matters import LeftAlone, Tie

NO_PULSE = (0.0, None, None, None)


def ties(scope: Scope, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, Tie]:
    pulses, alone = _pulses(scope, ids), _left_alone(scope, ids)
    clients = (
        Client.objects.within(scope.workspace_id)
        .filter(id__in=ids)
        .values_list("id", "name", "language", "standing", "cadence_days")
    )
    found = {}
    for key, name, language, standing, cadence in clients:
        strength, rhythm, answer, last = pulses.get(key, NO_PULSE)
        confirmed = standing == Client.Standing.CURRENT
        found[key] = Tie(
            key, name, language, confirmed, strength, rhythm, cadence, answer, last, alone.get(key)
        )
    return found


def _pulses(scope: Scope, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, tuple]:  # type: ignore[type-arg]
    rows = Pulse.objects.within(scope.workspace_id).filter(client_id__in=ids)
    fields = ("client_id", "strength", "rhythm_days", "answer_hours", "last_at")
    return {row[0]: row[1:] for row in rows.values_list(*fields)}


def _left_alone(scope: Scope, ids: Collection[uuid.UUID]) -> dict[uuid.UUID, LeftAlone]:
    """The wish that lasts longest, of those in force."""
    wishes = (
        Detail.objects.within(scope.workspace_id)
        .filter(Q(leave_alone_until__isnull=True) | Q(leave_alone_until__gt=scope.at), client_id__in=ids)
        .filter(leave_alone=True)
        .values_list("client_id", "words", "leave_alone_until")
    )
    longest: dict[uuid.UUID, LeftAlone] = {}
    for client, words, until in wishes:
        standing = longest.get(client)
        if standing is None or (standing.until is not None and (until is None or until > standing.until)):
            longest[client] = LeftAlone(words, until)
    return longest
