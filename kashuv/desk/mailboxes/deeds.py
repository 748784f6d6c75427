"""What can be done with a mailbox: try it, fetch it now, follow a folder, look at what was refused, close it."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import back, onward, say
from kashuv.desk.mailboxes.gate import mailbox_changed, mailbox_ended
from kashuv.desk.mailboxes.page import refused_of
from kashuv.desk.mailboxes.trying import enough, tried
from kashuv.flows.collecting import jobs
from kashuv.foundation import clock
from kashuv.rooms.post import folders, mailboxes, pacing, parcels
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.models import Folder, Mailbox


@require_POST
@for_members
def trial(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Both ways, with what is kept; what is wrong then stands on the page, and what is well is fetched."""
    found = _active(mailbox_changed(request.member, key))
    if not pacing.may_try(request.member, at=clock.now()):
        say(request, enough())
        return back(request, reverse("mailbox", args=[key]))
    trials = tried(found, Server.of(found.fetching), Server.of(found.sending))
    wrong = next((one for one in trials.values() if not one.well), None)
    if wrong:
        mailboxes.complain(found, wrong.said, wrong.advice, at=clock.now())
        say(request, _("It does not open; the page says why."))
    else:
        jobs.ask_for(found.workspace_id, found.id, clock.now())
        say(request, _("Both ways are open: letters can be fetched and sent."))
    return back(request, reverse("mailbox", args=[key]))


@require_POST
@for_members
def fetching(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """A visit as soon as a worker is free."""
    found = _active(mailbox_changed(request.member, key))
    jobs.ask_for(found.workspace_id, found.id, clock.now())
    say(request, _("It is fetched as soon as a worker is free; most often at once."))
    return back(request, reverse("mailbox", args=[key]))


@require_POST
@for_members
def folder(request: HttpRequest, key: uuid.UUID, folder: uuid.UUID) -> HttpResponse:
    """It is followed from now on, or no more; either is undone by the same button."""
    mailbox = _active(mailbox_changed(request.member, key))
    ours = Folder.objects.within(mailbox.workspace_id).filter(mailbox_id=mailbox.id)
    found = get_object_or_404(ours, pk=folder)
    followed = request.POST.get("followed") == "on"
    if followed != found.followed:
        folders.choose(found, followed, by=request.member, at=clock.now())
    if followed:
        jobs.ask_for(mailbox.workspace_id, mailbox.id, clock.now())
    said = (
        _("Its letters are fetched from now on.")
        if followed
        else _("It is followed no more; its letters stay.")
    )
    say(request, said)
    return back(request, reverse("mailbox", args=[key]))


@require_safe
@for_members
def refused(request: HttpRequest, key: uuid.UUID, copy: uuid.UUID) -> HttpResponse:
    """The raw bytes of a letter that could not be taken in, to be kept, and by no browser opened."""
    found = get_object_or_404(
        refused_of(mailbox_changed(request.member, key)).select_related("parcel"), pk=copy
    )
    if found.parcel is None:
        raise Http404
    answer = HttpResponse(parcels.open(found.parcel), content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{found.id}.eml"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@for_members
def end(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Asked first, since the password is forgotten with it and can't be brought back."""
    found = _active(mailbox_ended(request.member, key))
    if request.method != "POST":
        return render(request, "mailboxes/end.html", {"mailbox": found})
    mailboxes.close(found, by=request.member, at=clock.now())
    say(request, _("It is closed, and its password forgotten. Its letters stay."))
    return onward("mailboxes")


def _active(mailbox: Mailbox) -> Mailbox:
    """What is closed is only looked at."""
    if not mailbox.active:
        raise Http404
    return mailbox
