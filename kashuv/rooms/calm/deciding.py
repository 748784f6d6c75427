"""Deciding: what the writer does with what the guard saw. The deed and its record are one transaction, and never one without the other."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kashuv.rooms.calm import guard, holding
from kashuv.rooms.calm.guard import Seen
from kashuv.rooms.calm.models import Hold, Weighing
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.team.models import Member


@transaction.atomic
def wait(draft: Draft, seen: Seen, *, until: datetime, by: Member, at: datetime) -> Hold:
    """It waits until then, with what was seen as the reasons. Raises Ended."""
    because = [one.plain() for one in seen.concerns]
    held = holding.hold(draft, until=until, because=because, by=by, at=at)
    if seen.concerns:
        guard.decide(draft, seen, Weighing.Decision.HELD, by=by, at=at)
    return held


@transaction.atomic
def let_out(draft: Draft, seen: Seen | None, *, leave_at: datetime, by: Member, at: datetime) -> None:
    """It leaves: whatever kept it ends, and going in spite of what was seen is kept."""
    holding.let_go(draft, leave_at=leave_at, by=by, at=at)
    if seen is not None and seen.concerns:
        guard.decide(draft, seen, Weighing.Decision.WENT, by=by, at=at)


@transaction.atomic
def drop(draft: Draft, *, by: Member, at: datetime) -> bool:
    """It will not be sent, and waits for nothing; it can be brought back."""
    dropped = drafts.drop(draft, by=by, at=at)
    held = holding.standing(draft) if dropped else None
    if held is not None:
        holding.end(held, Hold.End.DROPPED, by=by, at=at)
    return dropped
