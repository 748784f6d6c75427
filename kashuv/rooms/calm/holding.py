"""Holding: keeps a draft until a cooler hour, and lets it go; never by itself, and never against its writer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction

from kashuv.foundation import clock
from kashuv.foundation.journal import writing as journal
from kashuv.rooms.calm.models import Hold
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.team import quieting
from kashuv.rooms.team.models import Member, Workspace
from kashuv.rooms.team.rules import quiet
from kashuv.rooms.team.rules.quiet import Span

LOOKED_AHEAD = 30  # days; no rest of the calendar is as long


@transaction.atomic
def hold(
    draft: Draft, *, until: datetime, because: Sequence[dict[str, Any]] = (), by: Member, at: datetime
) -> Hold:
    """It waits until then. One that waits already waits until the new hour, for the new reasons. Raises Ended."""
    drafts.still_written(draft)
    held, _ = Hold.objects.update_or_create(
        workspace_id=draft.workspace_id,
        draft_id=draft.id,
        ended_at=None,
        defaults={"until": until, "because": list(because), "by": by, "made_at": at},
    )
    _tell(held, "draft.held", by, at, until=until.isoformat())
    return held


@transaction.atomic
def end(held: Hold, how: str, *, by: Member | None, at: datetime) -> bool:
    """The waiting is over; says whether it still lasted. `how` is one of Hold.End."""
    here = Hold.objects.within(held.workspace_id).filter(pk=held.pk, ended_at__isnull=True)
    if not here.update(ended=how, ended_at=at, ended_by=by):
        return False
    held.ended, held.ended_at = how, at
    _tell(held, "draft.let_go", by, at, how=how)
    return True


def let_go(draft: Draft, *, leave_at: datetime, by: Member, at: datetime) -> None:
    """The draft is to leave: its waiting is over, and before its time that is an override."""
    held = standing(draft)
    if held is not None:
        end(held, Hold.End.OVERRIDE if leave_at < held.until else Hold.End.SENT, by=by, at=at)


def standing(draft: Draft) -> Hold | None:
    """The hold that keeps it just now."""
    here = Hold.objects.within(draft.workspace_id).filter(draft_id=draft.id, ended_at__isnull=True)
    return here.first()


def next_morning(workspace: Workspace, at: datetime, by: Member | None = None) -> datetime:
    """When the next working day begins, in UTC; the same day's, if that is still to come.

    Quiet hours of the firm and of `by` are waited out; only if they leave nothing of a whole month do they count for
    nothing.
    """
    spans = quieting.spans(workspace.id, by.id if by else None)
    mornings = list(_mornings(workspace, at))
    begun = (_begins(morning, spans, workspace) for morning in mornings)
    return next(filter(None, begun), mornings[0])


def _mornings(workspace: Workspace, at: datetime) -> Iterator[datetime]:
    """The coming beginnings of working days, in UTC."""
    today = clock.local(at, workspace.zone).date()
    for day in (today + timedelta(days=n) for n in range(LOOKED_AHEAD)):
        morning = datetime.combine(day, workspace.day_starts, workspace.zone).astimezone(UTC)
        if at < morning and clock.is_workday(day, workspace.zone):
            yield morning


def _begins(morning: datetime, spans: Sequence[Span], workspace: Workspace) -> datetime | None:
    """When that day is no longer quiet; None if it is all day, or until a rest."""
    begins = quiet.free_from(spans, morning, workspace.zone)
    ends = clock.end_of_workday(clock.local(morning, workspace.zone).date(), workspace)
    fits = begins is not None and begins < ends and clock.rests(begins, workspace.zone) is None
    return begins if fits else None


def _tell(held: Hold, verb: str, by: Member | None, at: datetime, **detail: Any) -> None:
    who = by.id if by else None
    journal.write(journal.line(held.workspace_id, verb, held.draft_id, at=at, by=who, **detail))
