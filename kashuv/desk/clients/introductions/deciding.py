"""Confirming and declining, many at once, with names corrected on the way; and the undo of the last of them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from kashuv.desk.clients.introductions.page import introductions_page
from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import back, say
from kashuv.foundation import clock
from kashuv.rooms.clients import introductions, register
from kashuv.rooms.clients.models import Client

LAST = "introduced"  # in the session: the clients of the last decision, under its number


@require_safe
@for_members
def proposed(request: HttpRequest) -> HttpResponse:
    """Who was proposed, and why."""
    page = introductions_page(request.member, clock.now())
    return render(request, "clients/introductions/page.html", {"page": page})


@require_POST
@for_members
def confirming(request: HttpRequest) -> HttpResponse:
    """These are clients, under the names that now stand in the form."""
    chosen, now = _chosen(request), clock.now()
    for client in chosen:
        name = request.POST.get(f"name-{client.id}", "").strip()
        if name and name != client.name:
            register.rename(client, name, by=request.member, at=now)
    count = introductions.confirm(chosen, by=request.member, at=now)
    words = ngettext("%(n)d client is confirmed.", "%(n)d clients are confirmed.", count) % {"n": count}
    return _told(request, chosen, words)


@require_POST
@for_members
def declining(request: HttpRequest) -> HttpResponse:
    """These are none."""
    chosen = _chosen(request)
    count = introductions.decline(chosen, by=request.member, at=clock.now())
    words = ngettext("%(n)d was declined.", "%(n)d were declined.", count) % {"n": count}
    return _told(request, chosen, words)


@require_POST
@for_members
def reconsidering(request: HttpRequest, number: str) -> HttpResponse:
    """Undoes the last decision: proposed again."""
    last = request.session.get(LAST, {})
    if last.get("number") != number:
        raise Http404
    clients = Client.objects.seen_by(request.member).filter(id__in=last["clients"])
    introductions.reconsider(clients, by=request.member, at=clock.now())
    say(request, gettext("They are proposed again."))
    return back(request, reverse("introductions"))


def _chosen(request: HttpRequest) -> list[Client]:
    """The ticked ones, or the one whose own button was pressed."""
    ticked = request.POST.getlist("chosen") or request.POST.getlist("only")
    keys = [key for text in ticked if (key := _key(text))]
    return list(Client.objects.seen_by(request.member).filter(id__in=keys))


def _key(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _told(request: HttpRequest, clients: Iterable[Client], words: str) -> HttpResponse:
    number = uuid.uuid4().hex
    request.session[LAST] = {"number": number, "clients": [str(client.id) for client in clients]}
    say(request, words, undo=reverse("introductions-reconsidering", args=[number]))
    return back(request, reverse("introductions"))
