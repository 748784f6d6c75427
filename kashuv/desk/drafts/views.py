"""A draft on the screen: seen, saved while one types, dropped and brought back."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kashuv.desk.doorway import for_members
from kashuv.desk.drafts.form import DraftForm
from kashuv.desk.drafts.page import draft_of, draft_page, vows_of
from kashuv.desk.drafts.phone import phone_of
from kashuv.desk.layout.answers import onward, say
from kashuv.flows import writing
from kashuv.foundation import clock
from kashuv.rooms.calm import deciding
from kashuv.rooms.conversations import drafts, presences
from kashuv.rooms.conversations.drafts import Saved
from kashuv.rooms.conversations.models import Draft

TYPING = "kept"
"""The part of the page that a saving draws anew while one types."""


@for_members
def draft(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The draft with everything beside it."""
    page = draft_page(request.member, draft_of(request.member, key), clock.now())
    return render(request, "drafts/page.html", {"page": page, "now": page.now})


@require_POST
@for_members
def saving(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Keeps what was typed; while one types only a word on it is answered."""
    found = draft_of(request.member, key)
    form = DraftForm(request.POST, draft=found, member=request.member)
    if not form.is_valid():
        return wrong(request, found, form)
    saved = save(request, found, form)
    if saved.other is not None:
        return aside(request, saved)
    return _kept(request, saved.draft)


@require_POST
@for_members
def everybody(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Whoever read the letter that it answers reads the answer too; what was typed is kept with it."""
    found = draft_of(request.member, key)
    if (answered := typed_first(request, found)) is not None:
        return answered
    if found.state != Draft.State.WRITING:
        return onward("draft", key)
    cc = [*found.cc, *writing.others_of(found, by=request.member)]
    saved = drafts.save(found, version=found.version, by=request.member, at=clock.now(), cc=cc)
    return aside(request, saved) if saved.other is not None else onward("draft", key)


def typed_first(request: HttpRequest, found: Draft) -> HttpResponse | None:
    """Keeps what a deed of the editor was posted with; gives the answer if that needs one of its own."""
    if "version" not in request.POST:
        return None
    form = DraftForm(request.POST, draft=found, member=request.member)
    if not form.is_valid():
        return wrong(request, found, form)
    saved = save(request, found, form)
    return aside(request, saved) if saved.other is not None else None


def save(request: HttpRequest, found: Draft, form: DraftForm) -> Saved:
    """Writes a valid form into the draft."""
    now = clock.now()
    written = form.written(request.member.workspace, now)
    return drafts.save(found, version=form.cleaned_data["version"], by=request.member, at=now, **written)


def wrong(request: HttpRequest, found: Draft, form: DraftForm) -> HttpResponse:
    """The page once more with what was typed and what was wrong in it."""
    page = draft_page(request.member, found, clock.now(), form)
    return render(request, "drafts/page.html", {"page": page, "now": page.now}, status=422)


def aside(request: HttpRequest, saved: Saved) -> HttpResponse:
    """What was typed stands in a draft of its own, and she is led there: somebody saved meanwhile, or it has left."""
    changed = _("Somebody else changed this draft meanwhile. Both are kept: this one holds what you wrote.")
    ended = _("That draft is not being written any more. What you wrote is kept in this one.")
    written = saved.other is None or saved.other.state == Draft.State.WRITING
    say(request, changed if written else ended)
    there = reverse("draft", args=[saved.draft.pk])
    if request.headers.get("HX-Target") == TYPING:
        return HttpResponse(headers={"HX-Redirect": there})
    return HttpResponseRedirect(there, status=303)


def _kept(request: HttpRequest, saved: Draft) -> HttpResponse:
    if request.headers.get("HX-Target") != TYPING:
        say(request, _("Saved."))
        return onward("draft", saved.pk)
    now = clock.now()
    kept = {"draft": saved, "vows": vows_of(saved), "phone": phone_of(saved, now), "now": now}
    return render(request, "drafts/kept.html", kept)


@require_POST
@for_members
def presence(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """She has it open; who else has, is answered."""
    found, now = draft_of(request.member, key), clock.now()
    presences.be_present(found, request.member, at=now)
    others = presences.others(found, request.member, at=now)
    return render(request, "drafts/others.html", {"others": others})


@require_POST
@for_members
def dropping(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """It will not be sent; what was typed is kept with it."""
    found = draft_of(request.member, key)
    if (answered := typed_first(request, found)) is not None:
        return answered
    if deciding.drop(found, by=request.member, at=clock.now()):
        say(request, _("The draft was dropped."), undo=reverse("draft-return", args=[key]))
    return onward("drafts")


@require_POST
@for_members
def returning(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """It will be written on after all."""
    if drafts.bring_back(draft_of(request.member, key), by=request.member, at=clock.now()):
        say(request, _("The draft is back."))
    return onward("draft", key)
