"""What she says of an item of her plan: done, later, not needed; each with its undo."""

from __future__ import annotations

import uuid
from datetime import datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import back, onward, say
from kashuv.foundation import clock
from kashuv.rooms.clients.models import Client
from kashuv.rooms.team.models import Workspace
from kashuv.rooms.today.closing import cannot_wait
from kashuv.rooms.today.marks import mark, unmark
from kashuv.rooms.today.models import Mark

SAID = {
    Mark.Word.DONE: _("Done."),
    Mark.Word.LATER: _("It comes back on the next working morning."),
    Mark.Word.NOT_NEEDED: _("Taken off; it comes back only if something new is said."),
}


class MarkForm(forms.Form):
    """Which item, whose, and what is said of it."""

    item = forms.CharField(max_length=4000)  # an item of many reasons names them all
    client = forms.UUIDField()
    word = forms.ChoiceField(choices=Mark.Word.choices)


@require_POST
@for_members
def marks(request: HttpRequest) -> HttpResponse:
    """Says it, and shows the plan without the item."""
    form = MarkForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=400)
    said, now = form.cleaned_data, clock.now()
    client = get_object_or_404(Client.objects.seen_by(request.member), pk=said["client"])
    if cannot_wait(request.member, said["item"], now):
        say(request, _("A word for today is kept, moved or released; it can't be put off any more."))
        return onward("closing")
    until = _next_morning(now, request.member.workspace) if said["word"] == Mark.Word.LATER else None
    made = mark(request.member, said["item"], client, said["word"], until=until, at=now)
    say(request, SAID[said["word"]], undo=reverse("mark-undoing", args=[made.pk]))
    return back(request, reverse("today"))


@require_POST
@for_members
def undoing(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The item is back in its place."""
    mine = Mark.objects.within(request.member.workspace_id).filter(member_id=request.member.id)
    unmark(get_object_or_404(mine, pk=key), at=clock.now())
    say(request, _("Back on the list."))
    return back(request, reverse("today"))


def _next_morning(now: datetime, firm: Workspace) -> datetime:
    """When the next working day begins."""
    day = clock.next_workday(localdate(now, firm.zone), firm.zone)
    return datetime.combine(day, firm.day_starts, firm.zone)
