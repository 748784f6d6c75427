"""The numbers beside the places, asked for after the page has come: nobody waits for them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from kashuv.desk.doorway import for_members
from kashuv.desk.outbox.page import seen_by
from kashuv.foundation import clock
from kashuv.rooms.clients.models import Client
from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.today.plan import how_many


@for_members
def counts(request: HttpRequest) -> HttpResponse:
    """How many need her today, how many clients there are, how many of our words fall due today or are late, how many
    of our letters did not simply arrive, and how many mailboxes don't open."""
    member, now = request.member, clock.now()
    _, tonight = clock.day_bounds(localdate(now), member.workspace.zone)
    numbers = {
        "today": how_many(member, now),
        "clients": Client.objects.seen_by(member).current().count(),
        "promises": Promise.objects.seen_by(member).open().ours().due_by(tonight).count(),
        "drafts": seen_by(member).troubled().count(),
        "settings": Mailbox.objects.written_from_by(member).troubled().count(),
    }
    return render(request, "today/counts.html", {"numbers": numbers})
