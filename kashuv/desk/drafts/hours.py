"""The hour at which a letter is to leave: the one that suits the client, or the one that she names."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from kashuv.flows import outgoing
from kashuv.foundation import clock
from kashuv.language import dates
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.team.models import Workspace

TIMED = ("second", "minute", "hour")
FARTHEST = timedelta(days=366)
INSTANT = timedelta(microseconds=1)


def better_for(draft: Draft, workspace: Workspace, now: datetime) -> datetime | None:
    """The next hour at which the client wishes to hear from us and the writer is not quiet; None if this one is as good as any."""
    return outgoing.better_moment(draft.client, draft.person, workspace, now, draft.member_id)


def named(text: str, now: datetime, workspace: Workspace) -> datetime | None:
    """The moment (UTC) that the words name; of a whole day, the beginning of its work. None if it is none to come."""
    for moment in dates.find(text, clock.local(now, workspace.zone)):
        begin = moment.start or moment.end
        if begin is None:
            continue
        if moment.grain not in TIMED:
            day = (moment.start or begin - INSTANT).date()  # the end of a day is the next one's beginning
            begin = datetime.combine(day, workspace.day_starts, workspace.zone)
        return within_reach(begin.astimezone(UTC), now)
    return None


def carried(text: str, now: datetime) -> datetime | None:
    """A moment that one page hands to the next, if it is still to come."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return within_reach(at, now) if at.tzinfo else None


def within_reach(at: datetime, now: datetime) -> datetime | None:
    return at if now < at <= now + FARTHEST else None
