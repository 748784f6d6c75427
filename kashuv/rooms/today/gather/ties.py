"""The clients of a plan: name and pulse, and whether they asked to be left alone."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from typing import Any

from django.db.models import Q, QuerySet

from kashuv.foundation.prepared import Rows, prepared
from kashuv.foundation.together import Gather
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.clients.models import Client, Detail
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.rules.matters import LeftAlone, Tie

Keys = tuple[uuid.UUID, ...]
NO_PULSE = (0.0, None, None, None, None)


def ties(scope: Scope, ids: Collection[uuid.UUID]) -> Gather[dict[uuid.UUID, Tie]]:
    keys = tuple(ids)
    wishes, rows = yield [_wishes.asking(scope, keys), _felt.asking(scope, keys)]
    alone = _left_alone(wishes)
    if len(rows) < len(keys):  # a client has one pulse at most
        (unfelt,) = yield [_unfelt.asking(scope, tuple(set(keys) - {row[0] for row in rows}))]
        rows = [*rows, *unfelt]
    return {row[0]: _tie(row, alone.get(row[0])) for row in rows}


def _tie(row: tuple[Any, ...], alone: LeftAlone | None) -> Tie:
    key, name, language, standing, cadence, *pulse = row
    strength, rhythm, answer, last, last_out = pulse or NO_PULSE
    return Tie(
        client_id=key,
        name=name,
        language=language,
        confirmed=standing == Client.Standing.CURRENT,
        strength=strength,
        rhythm_days=rhythm,
        cadence_days=cadence,
        answer_hours=answer,
        last_at=last,
        last_out_at=last_out,
        alone=alone,
    )


@prepared
def _felt(scope: Scope, ids: Keys) -> QuerySet[Any]:
    felt = Pulse.objects.within(scope.workspace_id).filter(client_id__among=ids)
    client = ("client_id", "client__name", "client__language", "client__standing", "client__cadence_days")
    return felt.values_list(*client, "strength", "rhythm_days", "answer_hours", "last_at", "last_out_at")


@prepared
def _unfelt(scope: Scope, ids: Keys) -> QuerySet[Any]:
    """Clients whose pulse was never felt; hardly ever any."""
    known = Client.objects.within(scope.workspace_id).filter(id__among=ids)
    return known.values_list("id", "name", "language", "standing", "cadence_days")


@prepared
def _wishes(scope: Scope, ids: Keys) -> QuerySet[Any]:
    in_force = Q(leave_alone_until__isnull=True) | Q(leave_alone_until__gt=scope.at)
    wishes = Detail.objects.within(scope.workspace_id).filter(
        in_force, client_id__among=ids, leave_alone=True
    )
    return wishes.values_list("client_id", "words", "leave_alone_until")


def _left_alone(wishes: Rows) -> dict[uuid.UUID, LeftAlone]:
    """The wish that lasts longest, of those in force."""
    longest: dict[uuid.UUID, LeftAlone] = {}
    for client, words, until in wishes:
        standing = longest.get(client)
        if standing is None or (standing.until is not None and (until is None or until > standing.until)):
            longest[client] = LeftAlone(words, until)
    return longest
