"""Warning signs that nobody has seen to yet, the newest first."""

from __future__ import annotations

from datetime import timedelta

from kashuv.rooms.care.models import Sign
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.gather.unmarked import named, unmarked
from kashuv.rooms.today.rules.limits import OLDEST_SIGN
from kashuv.rooms.today.rules.matters import Said, SignMatter

MOST = 40


def signs(scope: Scope) -> list[SignMatter]:
    lately = (scope.at - timedelta(days=OLDEST_SIGN + 1), scope.at)
    raised = Sign.objects.within(scope.workspace_id).filter(
        scope.of_client(), closed_at__isnull=True, at__range=lately
    )
    rows = (
        unmarked(scope, raised, named("sign", "id"))
        .order_by("-at")
        .values_list(
            "client_id",
            "id",
            "kind",
            "certainty",
            "at",
            "entry_id",
            "entry__kind",
            "entry__direction",
            "words",
            "entry__person_id",
        )[:MOST]
    )
    return [
        SignMatter(client, key, tone, certainty, at, Said(entry, at, kind, direction, words, person))
        for client, key, tone, certainty, at, entry, kind, direction, words, person in rows
    ]
