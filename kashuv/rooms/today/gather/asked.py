"""The sentences that ask, as the reading found them, for the entries that are waited on."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from kashuv.rooms.conversations.models import Finding
from kashuv.rooms.today.gather.scope import Scope

ASKING = (Finding.Kind.QUESTION, Finding.Kind.REQUEST, Finding.Kind.MEETING)


def asked(scope: Scope, entries: Collection[uuid.UUID]) -> dict[uuid.UUID, str]:
    """Of each entry the surest asking sentence that nobody has dismissed."""
    if not entries:
        return {}
    rows = (
        Finding.objects.within(scope.workspace_id)
        .filter(entry_id__in=entries, kind__in=ASKING)
        .exclude(state=Finding.State.DISMISSED)
        .order_by("certainty")
    )
    return dict(rows.values_list("entry_id", "words"))
