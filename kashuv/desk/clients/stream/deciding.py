"""Deciding on a finding: right, not so, or undecided again."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from kashuv.desk.clients.stream.entry import entry_page
from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import back, say
from kashuv.foundation import clock
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations import findings
from kashuv.rooms.conversations.models import Finding
from kashuv.rooms.team.models import Member


@require_POST
@for_members
def acceptance(request: HttpRequest, client: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """It is as it was read."""
    return _decide(request, client, key, findings.accept, gettext("Noted: that was read right."))


@require_POST
@for_members
def dismissal(request: HttpRequest, client: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """It is not."""
    return _decide(request, client, key, findings.dismiss, gettext("Noted: that was not so."))


@require_POST
@for_members
def reconsidering(request: HttpRequest, client: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """Undoes either."""
    found = _seen(request.member, client, key)
    findings.reconsider(found, by=request.member, at=clock.now())
    say(request, gettext("It waits for a decision again."))
    return back(request, reverse("client", args=[client]))


def _decide(
    request: HttpRequest, client: uuid.UUID, key: uuid.UUID, verb: Callable[..., object], words: str
) -> HttpResponse:
    found = _seen(request.member, client, key)
    now = clock.now()
    verb(found, by=request.member, at=now)
    say(request, words, undo=reverse("finding-reconsidering", args=[client, key]))
    if not request.htmx:
        return back(request, reverse("client", args=[client]))
    page = entry_page(request.member, client, found.entry_id, now)
    drawn = render(request, "clients/stream/alone.html", {"page": page, "said": page.said})
    drawn.headers["HX-Push-Url"] = "false"  # the page stays where it is; only this entry is drawn anew
    return drawn


def _seen(member: Member, client: uuid.UUID, key: uuid.UUID) -> Finding:
    """The finding, through the client's gate; Http404 if there is none to see."""
    clients = Client.objects.seen_by(member).filter(pk=client)
    found = Finding.objects.within(member.workspace_id).filter(pk=key, entry__client__in=clients).first()
    if found is None:
        raise Http404
    return found
