"""Waiting: a draft is put off until the morning or a time of one's choice, and taken up again."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kashuv.desk.calm.guarding import guard_page
from kashuv.desk.calm.until import UntilForm
from kashuv.desk.doorway import for_members
from kashuv.desk.drafts.page import draft_of
from kashuv.desk.drafts.views import typed_first
from kashuv.desk.layout.answers import onward, say
from kashuv.foundation import clock
from kashuv.rooms.calm import deciding, guard, holding
from kashuv.rooms.calm.models import Hold
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft


@require_POST
@for_members
def waiting(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """It waits, with what the guard saw as the reasons; from the editor, what was typed is kept first."""
    draft, now, member = draft_of(request.member, key), clock.now(), request.member
    if draft.state != Draft.State.WRITING:
        return onward("draft", key)
    if (answered := typed_first(request, draft)) is not None:
        return answered
    form = UntilForm({} if "morning" in request.POST else request.POST, member=member)
    seen = guard.look(draft, workspace=member.workspace, at=now)
    if not form.is_valid():
        page = guard_page(member, draft, seen, now, until=form)
        return render(request, "calm/guard.html", {"page": page, "now": now}, status=422)
    until = form.cleaned_data["when"] or holding.next_morning(member.workspace, now, member)
    try:
        deciding.wait(draft, seen, until=until, by=member, at=now)
    except drafts.Ended:  # a moment ago, by somebody else
        return onward("draft", key)
    chosen = bool(form.cleaned_data["when"])
    said = _("It waits until the time that you named.") if chosen else _("It waits until the morning.")
    say(request, said, undo=reverse("draft-unwaiting", args=[key]))
    return onward("drafts")


@require_POST
@for_members
def unwaiting(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """It is being written again; from the editor, what was typed is kept first."""
    draft = draft_of(request.member, key)
    if (answered := typed_first(request, draft)) is not None:
        return answered
    held = holding.standing(draft)
    if held is not None:
        holding.end(held, Hold.End.MENDED, by=request.member, at=clock.now())
        say(request, _("It waits no longer."))
    return onward("draft", key)
