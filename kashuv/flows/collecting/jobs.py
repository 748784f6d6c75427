"""The jobs of collecting: each mailbox in short turns, so that one with a long past holds up no other."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from kashuv.flows.collecting import visit
from kashuv.flows.collecting.taking import ReadingRoom
from kashuv.foundation.queue import line
from kashuv.foundation.queue.job import Job
from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.team.models import Workspace

TASK = "collect"
TURN = 20.0  # seconds of one visit; what is left is a job of its own


def collect_all(workspace: Workspace, _: Mapping[str, Any], at: datetime) -> None:
    """Asks for a visit to each mailbox that is followed, unless one is there just now."""
    for mailbox in Mailbox.objects.within(workspace.id).fetched().values_list("id", flat=True):
        if not _asked(workspace.id, mailbox).filter(leased_until__gt=at).exists():
            ask_for(workspace.id, mailbox, at)


def ask_for(workspace_id: uuid.UUID, mailbox_id: uuid.UUID, at: datetime) -> None:
    """A visit as soon as a worker is free, unless one is waiting already."""
    if not _asked(workspace_id, mailbox_id).filter(leased_until__isnull=True).exists():
        key, turn = f"{mailbox_id}:{at.isoformat()}", f"{mailbox_id}/visit"
        line.enqueue(workspace_id, TASK, {"mailbox": str(mailbox_id)}, key=key, at=at, turn=turn)


def _asked(workspace_id: uuid.UUID, mailbox_id: uuid.UUID) -> QuerySet[Job]:
    """The visits that were asked for and have not ended."""
    return Job.objects.within(workspace_id).filter(
        task=TASK,
        idempotency_key__startswith=f"{mailbox_id}:",
        finished_at__isnull=True,
        failed_at__isnull=True,
    )


def collect(workspace: Workspace, arguments: Mapping[str, Any], at: datetime, *, room: ReadingRoom) -> None:
    """Visits one mailbox; if it has more than a turn's worth, asks for another turn."""
    mailbox = Mailbox.objects.within(workspace.id).fetched().filter(pk=arguments["mailbox"]).first()
    if mailbox is None:
        return
    paid = visit.pay(mailbox, room, at, seconds=TURN)
    if paid.more and not paid.troubles:
        ask_for(workspace.id, mailbox.id, at)
