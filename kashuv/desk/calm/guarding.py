"""The guard's page: what it saw, on which words, what could stand there instead; the writer decides."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kashuv.desk.calm.marking import Piece, marked
from kashuv.desk.calm.until import UntilForm
from kashuv.desk.calm.words import Told, told
from kashuv.desk.doorway import for_members
from kashuv.desk.drafts import hours
from kashuv.desk.drafts.page import draft_of
from kashuv.desk.drafts.sending import leave
from kashuv.desk.layout.answers import onward, say
from kashuv.foundation import clock
from kashuv.rooms.calm import guard, holding
from kashuv.rooms.calm.guard import Seen
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.team.models import Member


@dataclass(frozen=True, slots=True)
class GuardPage:
    """`pieces` are the letter with the words marked that a concern rests on; `morning` is when it could go instead;
    at `leave_at` it is to go, if that is later."""

    draft: Draft
    concerns: list[Told]
    pieces: list[Piece]
    advises_hold: bool
    morning: datetime
    now: datetime
    until: UntilForm
    leave_at: datetime | None = None


def guard_page(
    member: Member,
    draft: Draft,
    seen: Seen,
    now: datetime,
    leave_at: datetime | None = None,
    until: UntilForm | None = None,
) -> GuardPage:
    """With `until`, what was typed there and could not be understood."""
    return GuardPage(
        draft,
        told(one.plain() for one in seen.concerns),
        marked(draft.text, [(one.start, one.end) for one in seen.concerns if one.end]),
        seen.advises_hold,
        holding.next_morning(member.workspace, now, member),
        now,
        until or UntilForm(member=member),
        leave_at,
    )


@for_members
def guarding(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """What the guard sees in the draft as it stands now."""
    draft, now = draft_of(request.member, key), clock.now()
    if draft.state != Draft.State.WRITING:
        return onward("draft", key)
    leave_at = hours.carried(request.GET.get("at", ""), now)
    seen = guard.look(draft, workspace=request.member.workspace, at=leave_at or now)
    page = guard_page(request.member, draft, seen, now, leave_at)
    return render(request, "calm/guard.html", {"page": page, "now": now})


@require_POST
@for_members
def release(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Send now: always possible, and kept with what was seen. Whom another version was `shown` looks once more."""
    draft, now = draft_of(request.member, key), clock.now()
    if draft.state != Draft.State.WRITING:
        return onward("draft", key)
    if request.POST.get("shown", str(draft.version)) != str(draft.version):
        say(request, _("Somebody has changed it meanwhile; look at it once more before it goes."))
        return onward("draft-guard", key)
    leave_at = hours.carried(request.POST.get("at", ""), now)
    seen = guard.look(draft, workspace=request.member.workspace, at=leave_at or now)
    if any(one.kind == "no_recipient" for one in seen.concerns):
        return onward("draft-guard", key)
    return leave(request, draft, leave_at, seen)
