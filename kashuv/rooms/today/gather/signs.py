"""Warning signs that nobody has seen to yet, the newest first."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from kashuv.foundation.prepared import prepared
from kashuv.foundation.together import Gather
from kashuv.rooms.care.models import Sign
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.gather.unmarked import REMEMBERED, named, unmarked
from kashuv.rooms.today.rules.limits import OLDEST_SIGN
from kashuv.rooms.today.rules.matters import Said, SignMatter

MOST = 20
FIELDS = (
    "client_id", "id", "kind", "certainty", "at", "words", "entry_id", "entry__kind", "entry__direction",
    "entry__person_id",
)  # fmt: skip


def signs(scope: Scope) -> Gather[list[SignMatter]]:
    (rows,) = yield [_open.asking(scope, scope.ago(OLDEST_SIGN + 1), scope.ago(REMEMBERED))]
    return [
        SignMatter(client, key, tone, certainty, at, Said(entry, at, kind, direction, words, person))
        for client, key, tone, certainty, at, words, entry, kind, direction, person in rows
    ]


@prepared
def _open(scope: Scope, oldest: datetime, marked_since: datetime) -> QuerySet[Any]:
    raised = Sign.objects.within(scope.workspace_id).filter(
        scope.of_client(), closed_at__isnull=True, at__gte=oldest, at__lte=scope.at
    )
    return (
        unmarked(scope, raised, named("sign", "id"), marked_since).order_by("-at").values_list(*FIELDS)[:MOST]
    )
