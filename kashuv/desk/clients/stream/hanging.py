"""What hangs on a page of entries: findings, files, what came back, and the promises that have not ended; one question.

Proposed promises of long ago come only with their entries; of the others their number is told.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Count, Q, QuerySet, Value
from django.db.models.functions import Cast

from kashuv.desk.clients.about import About
from kashuv.desk.clients.stream import returned
from kashuv.desk.clients.stream.lines import Line
from kashuv.desk.clients.together import piece, together
from kashuv.foundation.prepared import prepared
from kashuv.rooms.conversations.models import Attachment, Finding
from kashuv.rooms.promises import rating
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.promises.models.promise import ASKED_ABOUT, LATELY_DUE, asked_about, of_long_ago

_NOTHING = uuid.UUID(int=0)
_NOBODY = Cast(Value(None), models.UUIDField())


def on(client: About, entries: Sequence[Line], now: datetime) -> list[tuple[Any, ...]]:
    """What hangs on these entries and every open or proposed promise of the client."""
    return _asked(
        client.workspace_id,
        client.id,
        tuple(one.id for one in entries) or (_NOTHING,),
        tuple(key for one in entries if (key := returned.source_of(one.identity))) or (_NOTHING,),
        now - ASKED_ABOUT,
        now - LATELY_DUE,
        now - rating.SPAN,
        now,
    )


@prepared
def _asked(
    ws: uuid.UUID,
    client: uuid.UUID,
    entries: tuple[uuid.UUID, ...],
    sources: tuple[uuid.UUID, ...],
    since: datetime,
    due_since: datetime,
    word_since: datetime,
    now: datetime,
) -> QuerySet[Any]:
    mine = {"workspace_id": ws, "entry_id__among": entries}
    his = Promise.objects.filter(workspace_id=ws, client_id=client, state__in=("open", "proposed"))
    alive = his.filter(Q(state="open") | asked_about(since, due_since) | Q(entry_id__among=entries))
    older = (
        his.proposed()
        .filter(of_long_ago(since, due_since))
        .values("workspace_id")
        .annotate(number=Count("pk"))
    )
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
        returned.letters_asked(ws, entries),
        returned.messages_asked(ws, sources),
        piece("older promises", older, id=_NOBODY, first="number"),
        piece(
            "our word", rating.of_client(ws, client, word_since, now), id=_NOBODY, first="kept", last="moved",
            share=Cast("due", models.FloatField()),
        ),
    )  # fmt: skip
