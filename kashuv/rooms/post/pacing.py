"""Pacing: how often a member may have a server tried that she names, so that nobody looks around the world by our hand.

Each try is a line of the journal, which all machines see; what may not be is not done and not counted.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from kashuv.foundation.journal import writing as journal
from kashuv.foundation.journal.event import Event
from kashuv.rooms.team.models import Member

MOST, STRETCH = 10, timedelta(minutes=10)
TRIED = "server.tried"


@transaction.atomic
def may_try(by: Member, *, at: datetime) -> bool:
    """Counts this try; False if she has had enough of them for now."""
    Member.objects.within(by.workspace_id).select_for_update(of=("self",)).get(
        pk=by.pk
    )  # one of her at a time
    lately = Event.objects.within(by.workspace_id).filter(noun_id=by.pk, at__gt=at - STRETCH, verb=TRIED)
    if lately.count() >= MOST:
        return False
    journal.write(journal.line(by.workspace_id, TRIED, by.pk, at=at, by=by.pk))
    return True
