"""Presences: who has a draft open just now, so that two who write the same letter see each other."""

from __future__ import annotations

from datetime import datetime, timedelta

from kashuv.rooms.conversations.models import Draft, Presence
from kashuv.rooms.team.models import Member

GONE = timedelta(minutes=1)


def be_present(draft: Draft, member: Member, *, at: datetime) -> None:
    """She has it open at that moment; told again while she has."""
    here = Presence.objects.within(draft.workspace_id).filter(draft_id=draft.id, member_id=member.id)
    if not here.update(seen_at=at):
        row = Presence(workspace_id=draft.workspace_id, draft=draft, member=member, seen_at=at)
        Presence.objects.bulk_create([row], ignore_conflicts=True)  # two windows of hers may open at once


def others(draft: Draft, member: Member, *, at: datetime) -> list[str]:
    """The names of the others who have it open."""
    here = Presence.objects.within(draft.workspace_id).filter(draft_id=draft.id, seen_at__gt=at - GONE)
    names = here.exclude(member_id=member.id).order_by("member__name")
    return list(names.values_list("member__name", flat=True))
