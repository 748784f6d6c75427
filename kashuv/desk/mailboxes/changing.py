"""Changing a mailbox: what it is called and how it signs; how its servers are reached, and the password anew."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import again, back, onward, say
from kashuv.desk.mailboxes.forms import AboutForm, StandingForm
from kashuv.desk.mailboxes.gate import mailbox_changed
from kashuv.desk.mailboxes.page import mailbox_page
from kashuv.desk.mailboxes.trying import Trials, may_open_later, paced, tried
from kashuv.flows.collecting import jobs
from kashuv.foundation import clock
from kashuv.rooms.post import mailboxes
from kashuv.rooms.post.models import Mailbox


@require_POST
@for_members
def about(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Name, signature, the address for copies."""
    found = mailbox_changed(request.member, key)
    form = AboutForm(request.POST, member=request.member)
    if not form.is_valid():
        return again(request, "mailboxes/page.html", mailbox_page(request.member, found, clock.now(), form))
    mailboxes.describe(found, by=request.member, at=clock.now(), **form.cleaned_data)
    say(request, _("Saved."))
    return back(request, reverse("mailbox", args=[key]))


@sensitive_post_parameters("password")
@never_cache
@for_members
def servers(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """How it is reached; tried before it is kept. Without a new password, the old one stays."""
    found = mailbox_changed(request.member, key)
    if not found.active:
        raise Http404
    if request.method != "POST":
        return _shown(request, found, StandingForm(mailbox=found))
    form = StandingForm(request.POST, mailbox=found)
    if not form.is_valid():
        return _shown(request, found, form, status=422)
    trials = paced(request.member, lambda: _tried(found, form), even_so=form.cleaned_data["even_so"])
    if any(not trial.well for trial in trials.values()):
        return _shown(request, found, form, trials, status=422)
    mailboxes.change(found, by=request.member, at=clock.now(), **_said(form))
    jobs.ask_for(found.workspace_id, found.id, clock.now())
    say(request, _("Saved."))
    return onward("mailbox", key)


def _said(form: StandingForm) -> dict[str, Any]:
    said: dict[str, Any] = {side: form.server(side).said() for side in ("fetching", "sending")}
    if password := form.cleaned_data["password"]:
        said |= {"secret": {"password": password}, "proof": Mailbox.Proof.PASSWORD}
    return said


def _tried(mailbox: Mailbox, form: StandingForm) -> Trials:
    return tried(mailbox, form.server("fetching"), form.server("sending"), form.cleaned_data["password"])


def _shown(
    request: HttpRequest,
    mailbox: Mailbox,
    form: StandingForm,
    trials: Trials | None = None,
    status: int = 200,
) -> HttpResponse:
    found = trials or {}
    page = {"mailbox": mailbox, "form": form, "trials": found, "may_open_later": may_open_later(found)}
    return render(request, "mailboxes/servers.html", {"page": page}, status=status)
