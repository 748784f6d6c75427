"""What hangs on a page of entries: findings, files, and the promises that have not ended; one question for all."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import QuerySet

from kashuv.desk.clients.about import About
from kashuv.desk.clients.together import piece, together
from kashuv.foundation.prepared import prepared
from kashuv.rooms.conversations.models import Attachment, Finding
from kashuv.rooms.promises.models import Promise

_NOTHING = uuid.UUID(int=0)


def on(client: About, entries: list[uuid.UUID]) -> list[tuple[Any, ...]]:
    """What hangs on these entries and every open or proposed promise of the client."""
    return _asked(client.workspace_id, client.id, tuple(entries) or (_NOTHING,))


@prepared
def _asked(ws: uuid.UUID, client: uuid.UUID, entries: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    mine = {"workspace_id": ws, "entry_id__in": entries}
    alive = Promise.objects.filter(workspace_id=ws, client_id=client, state__in=("open", "proposed"))
    return together(
        piece(
            "finding", Finding.objects.filter(**mine).exclude(kind="promise"), of="entry_id", kind="kind", what="what",
            words="words", more="state", first="start", last="end", share="certainty", at="due",
        ),
        piece("file", Attachment.objects.filter(**mine), of="entry_id", words="name", first="size"),
        piece(
            "promise", alive, of="entry_id", kind="side", what="state", words="words", more="quote",
            share="certainty", at="due_at",
        ),
    )  # fmt: skip
