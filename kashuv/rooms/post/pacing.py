"""Pacing: how often a member may have a server tried, or names asked for, so that nobody looks around by our hand.

Each try is a line of the journal, which all machines see; what may not be is not done and not counted.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from kashuv.foundation.journal import writing as journal
from kashuv.foundation.journal.event import Event
from kashuv.rooms.team.models import Member

MOST, STRETCH = 10, timedelta(minutes=10)
TRIED, ASKED = "server.tried", "server.asked_for"


@transaction.atomic
def may_try(by: Member, *, at: datetime, deed: str = TRIED) -> bool:
    """Counts this try of that kind; False if she has had enough of them for now."""
    Member.objects.within(by.workspace_id).select_for_update(of=("self",)).get(
        pk=by.pk
    )  # one of her at a time
    lately = Event.objects.within(by.workspace_id).filter(noun_id=by.pk, at__gt=at - STRETCH, verb=deed)
    if lately.count() >= MOST:
        return False
    journal.write(journal.line(by.workspace_id, deed, by.pk, at=at, by=by.pk))
    return True
