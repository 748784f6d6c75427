"""The list of drafts: what waits for a better hour, what is being written, what is on its way, what lately left or was dropped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from kashuv.desk.doorway import for_members
from kashuv.foundation import clock
from kashuv.rooms.calm.models import Hold, Opinion
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.team.models import Member

LATELY = timedelta(days=7)
MOST = 100  # of her own, and of the others'; older ones are found with the client
FEW = 10
WANTED = ("client", "person", "member", "dispatch")


@dataclass(frozen=True, slots=True)
class Line:
    """One draft; `until` is when its hold ends."""

    draft: Draft
    until: datetime | None = None

    @property
    def whom(self) -> str:
        """Whose it is, or the first to whom it goes."""
        known = self.draft.person or self.draft.client
        if known is not None:
            return known.name
        return next((name or address for name, address in self.draft.to), gettext("To nobody yet"))

    @property
    def begins(self) -> str:
        """Its first words, for one that has no subject."""
        return self.draft.text.strip()[:120]


@dataclass(frozen=True, slots=True)
class DraftsPage:
    """`opinions` are those that others want of her."""

    opinions: tuple[Opinion, ...]
    held: tuple[Line, ...]
    writing: tuple[Line, ...]
    others: tuple[Line, ...]
    leaving: tuple[Line, ...]
    ended: tuple[Line, ...]
    now: datetime

    @property
    def empty(self) -> bool:
        return not (self.opinions or self.held or self.writing or self.others or self.leaving or self.ended)


def drafts_page(member: Member, now: datetime) -> DraftsPage:
    """Six questions to the database, however many drafts there are."""
    seen = Draft.objects.seen_by(member).select_related(*WANTED)
    latest = seen.unsent().order_by("-saved_at", "-id")
    unsent = [*latest.filter(member_id=member.id)[:MOST], *latest.exclude(member_id=member.id)[:MOST]]
    until = _held(member, unsent)
    lines = [Line(draft, until.get(draft.id)) for draft in unsent]
    writing = [line for line in lines if line.draft.state == Draft.State.WRITING and line.until is None]
    return DraftsPage(
        opinions=_asked_of(member),
        held=tuple(sorted((line for line in lines if line.until), key=lambda line: line.until or now)),
        writing=tuple(line for line in writing if line.draft.member_id == member.id),
        others=tuple(line for line in writing if line.draft.member_id != member.id),
        leaving=tuple(line for line in lines if line.draft.state == Draft.State.LEAVING),
        ended=tuple(map(Line, _ended(seen, member, now))),
        now=now,
    )


def _held(member: Member, drafts: Iterable[Draft]) -> dict[Any, datetime]:
    keys = [draft.id for draft in drafts]
    standing = Hold.objects.within(member.workspace_id).filter(draft_id__in=keys, ended_at__isnull=True)
    return dict(standing.values_list("draft_id", "until"))


def _asked_of(member: Member) -> tuple[Opinion, ...]:
    asked = Opinion.objects.asked_of(member).filter(answered_at__isnull=True)
    return tuple(asked.select_related("asked_by", "draft__client").order_by("asked_at")[:FEW])


def _ended(seen: QuerySet[Draft], member: Member, now: datetime) -> QuerySet[Draft]:
    ended = Q(state=Draft.State.SENT) | Q(state=Draft.State.DROPPED)
    return seen.filter(ended, member_id=member.id, ended_at__gt=now - LATELY).order_by("-ended_at")[:FEW]


@for_members
def drafts(request: HttpRequest) -> HttpResponse:
    """What is being written, and what became of it."""
    page = drafts_page(request.member, clock.now())
    return render(request, "drafts/list.html", {"page": page, "now": page.now})
