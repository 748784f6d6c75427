"""The sentences that ask, as the reading found them, for the entries that are waited on."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from kashuv.foundation.prepared import prepared
from kashuv.foundation.together import Gather
from kashuv.rooms.conversations.models import Finding
from kashuv.rooms.today.gather.scope import Scope

ASKING = (Finding.Kind.QUESTION, Finding.Kind.REQUEST, Finding.Kind.MEETING)


def asked(scope: Scope, entries: Collection[uuid.UUID]) -> Gather[dict[uuid.UUID, str]]:
    """Of each entry the surest asking sentence that nobody has dismissed."""
    (rows,) = yield [_asking.asking(scope, tuple(entries))]
    return dict(rows)


@prepared
def _asking(scope: Scope, entries: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    found = Finding.objects.within(scope.workspace_id).filter(entry_id__among=entries, kind__in=ASKING)
    return found.exclude(state=Finding.State.DISMISSED).order_by("certainty").values_list("entry_id", "words")
