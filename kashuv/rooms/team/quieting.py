"""Quiet hours: kept and given up, by a member for herself or by a leader for the firm; and asked for."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from kashuv.foundation.journal import writing as journal
from kashuv.rooms.team.models import Member, QuietHours
from kashuv.rooms.team.rules.quiet import Span


def spans(workspace_id: uuid.UUID, member_id: uuid.UUID | None = None) -> tuple[Span, ...]:
    """The firm's quiet hours and hers."""
    return tuple(hours.span for hours in standing(workspace_id, member_id))


def standing(workspace_id: uuid.UUID, member_id: uuid.UUID | None = None) -> list[QuietHours]:
    """The firm's, then hers."""
    whose = Q(member__isnull=True)
    if member_id is not None:
        whose |= Q(member_id=member_id)
    mine = QuietHours.objects.within(workspace_id).filter(whose)
    return sorted(mine, key=lambda hours: (hours.member_id is not None, hours.days, hours.since))


def settled_by(member: Member) -> QuerySet[QuietHours]:
    """Those that she may give up: her own, and a leader the firm's."""
    whose = Q(member_id=member.id) | Q(member__isnull=True) if member.leads else Q(member_id=member.id)
    return QuietHours.objects.within(member.workspace_id).filter(whose)


@transaction.atomic
def keep(span: Span, *, for_all: bool = False, by: Member, at: datetime) -> QuietHours:
    """From now on these hours are quiet for her, or `for_all`; whether she may say that is the door's to ask."""
    kept, new = QuietHours.objects.get_or_create(
        workspace_id=by.workspace_id,
        member=None if for_all else by,
        days="".join(map(str, sorted(span.days))),
        since=span.since,
        until=span.until,
        defaults={"made_at": at},
    )
    if new:
        _tell(kept, "quiet_hours.kept", by, at)
    return kept


@transaction.atomic
def give_up(hours: QuietHours, *, by: Member, at: datetime) -> bool:
    """They are quiet no longer; says whether they still were."""
    gone, _ = QuietHours.objects.within(hours.workspace_id).filter(pk=hours.pk).delete()
    if gone:
        _tell(hours, "quiet_hours.given_up", by, at)
    return bool(gone)


def _tell(hours: QuietHours, verb: str, by: Member, at: datetime) -> None:
    said = {"days": hours.days, "since": f"{hours.since:%H:%M}", "until": f"{hours.until:%H:%M}"}
    journal.write(journal.line(hours.workspace_id, verb, hours.pk, at=at, by=by.id, said=said))
