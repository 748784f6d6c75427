"""The page of the outbox, and what a person decides about what did not simply go."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise as Words
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from kashuv.desk.doorway import for_members
from kashuv.desk.drafts.sending import unsendable
from kashuv.desk.layout.answers import back, say
from kashuv.desk.outbox.page import outbox_page, seen_by
from kashuv.flows import outgoing
from kashuv.foundation import clock
from kashuv.rooms.post import outbox as post
from kashuv.rooms.post.models import Dispatch
from kashuv.rooms.team.models import Member


@require_safe
@for_members
def outbox(request: HttpRequest) -> HttpResponse:
    """What waits, what leaves, what needs her."""
    page = outbox_page(request.member, clock.now())
    return render(request, "outbox/page.html", {"page": page, "now": page.now})


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb that changes a dispatch, and what is said when it did."""

    verb: Callable[..., object]
    said: str | Words


def _send_again(dispatch: Dispatch, *, by: Member, at: datetime) -> bool:
    """Only what still is in trouble; a second press sends nothing."""
    return dispatch.in_trouble and outgoing.send_again(dispatch, by=by, at=at).made_at == at


DEEDS = {
    "sending": Deed(_send_again, _("It leaves once more.")),
    "vouching": Deed(post.vouch, _("Then it has arrived, and stands on the timeline.")),
    "letting-go": Deed(outgoing.let_go, _("Seen. What did not leave can be written on among the drafts.")),
    "withdrawal": Deed(outgoing.call_back, _("It did not leave; it stands among the drafts.")),
}


@require_POST
@for_members
def deed(request: HttpRequest, key: uuid.UUID, noun: str) -> HttpResponse:
    """Does it once; what has changed meanwhile is said as well."""
    rows = seen_by(request.member).select_related("mailbox__member", "gateway", "parcel")
    dispatch = get_object_or_404(rows, pk=key)
    chosen = DEEDS[noun]
    try:
        done = chosen.verb(dispatch, by=request.member, at=clock.now())
        say(request, chosen.said if done else _("This has changed meanwhile; nothing was done."))
    except outgoing.Unsendable as refusal:
        say(request, unsendable(refusal))
    return back(request, reverse("outbox"))
