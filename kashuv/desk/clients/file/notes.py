"""What is written into the margin of a client's file, and taken out again: manners, days, facts."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from kashuv.desk.clients.file.clients import client_seen
from kashuv.desk.clients.file.forms import DayForm, DetailForm, MannerForm
from kashuv.desk.clients.file.sheet import Sheet, show
from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import back, say
from kashuv.foundation import clock
from kashuv.rooms.clients import filing, register
from kashuv.rooms.clients.models import Detail, KeyDate, Manner

NOUNS = {"manners": Manner, "days": KeyDate, "details": Detail}


@for_members
def manner(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """One thing about how they wish to be treated."""
    found = client_seen(request.member, client)
    form = MannerForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return show(request, Sheet(gettext("How they wish to be treated"), form, gettext("Add"), found))
    told = form.cleaned_data
    stated = register.state_manner(found, told["kind"], told["words"], by=request.member, at=clock.now())
    say(request, gettext("Written down."), undo=_undo(client, "manners", stated.id))
    return back(request, reverse("client", args=[client]))


@for_members
def day(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """A day that matters to them."""
    found = client_seen(request.member, client)
    form = DayForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return show(request, Sheet(gettext("A day to remember"), form, gettext("Add"), found))
    told, on = form.cleaned_data, form.cleaned_data["on"]
    noted = filing.note_day(
        found, told["kind"], told["words"], on.month, on.day, form.year,
        returns=told["returns"], by=request.member, at=clock.now(),
    )  # fmt: skip
    say(request, gettext("Written down."), undo=_undo(client, "days", noted.id))
    return back(request, reverse("client", args=[client]))


@for_members
def detail(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """A fact, from which days and wishes are read."""
    found = client_seen(request.member, client)
    form = DetailForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return show(request, Sheet(gettext("Worth remembering"), form, gettext("Remember"), found))
    source = request.member.name
    kept = register.remember(
        found, form.cleaned_data["words"], by=request.member, at=clock.now(), source=source
    )
    say(request, gettext("Remembered."), undo=_undo(client, "details", kept.id))
    return back(request, reverse("client", args=[client]))


@for_members
def removal(request: HttpRequest, client: uuid.UUID, noun: str, key: uuid.UUID) -> HttpResponse:
    """Asked before it is done: what is taken out is gone for good."""
    found = client_seen(request.member, client)
    thing = NOUNS[noun].objects.within(found.workspace_id).filter(pk=key, client_id=found.id).first()
    if thing is None:
        raise Http404
    if request.method != "POST":
        asks = Sheet(
            gettext("Take this out for good?"), None, gettext("Take out"), found, thing.words, hurts=True
        )
        return show(request, asks)
    filing.forget(thing, by=request.member, at=clock.now())
    say(request, gettext("Taken out."))
    return back(request, reverse("client", args=[client]))


def _undo(client: uuid.UUID, noun: str, key: uuid.UUID) -> str:
    return reverse("note-removal", args=[client, noun, key])
