"""How a call went: reached, with a word on what was said; nobody answered; or it was the wrong number."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import SHEET, again, back, say
from kashuv.flows import writing
from kashuv.flows.capture import take_down
from kashuv.foundation import clock
from kashuv.rooms.calm import holding
from kashuv.rooms.clients.models import Person
from kashuv.rooms.promises import ledger
from kashuv.rooms.team.models import Workspace

SOON = timedelta(hours=2)
WRITTEN = ("mail", "sms")


class CallForm(forms.Form):
    """What was said, and which button was pressed; words are needed only if somebody was reached."""

    outcome = forms.ChoiceField(choices=[(word, word) for word in ("reached", "later", "wrong", *WRITTEN)])
    words = forms.CharField(
        label=_("What was said"), widget=forms.Textarea({"rows": 3}), max_length=20_000, required=False
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("outcome") == "reached" and not said.get("words"):
            self.add_error("words", _("A word or two of what was said."))
        return said


@for_members
def calling(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Asks, and does what follows from the answer. A call that nobody took is no contact, and is not written down as one."""
    people = Person.objects.seen_by(request.member).filter(client__isnull=False).select_related("client")
    person = get_object_or_404(people, pk=key)
    form = CallForm(request.POST or None)
    if request.method != "POST":
        return render(request, "capture/calling.html", {"page": {"form": form, "person": person}})
    if not form.is_valid():
        return again(request, "capture/calling.html", {"form": form, "person": person})
    outcome, now = form.cleaned_data["outcome"], clock.now()
    if outcome == "reached":
        return _reached(request, person, form.cleaned_data["words"], now)
    if outcome == "later":
        return _later(request, person, now)
    if outcome in WRITTEN:
        text = gettext("I tried to reach you by phone just now. When would it suit you to talk?")
        draft = writing.write_to(person.client, person, kind=outcome, by=request.member, at=now, text=text)
        return _on_to(request, reverse("draft", args=[draft.pk]))
    return _on_to(request, reverse("person", args=[person.client_id, person.pk]))


def _on_to(request: HttpRequest, address: str) -> HttpResponse:
    """Another page, which a sheet gives way to."""
    if request.headers.get("HX-Target") == SHEET:
        return HttpResponse(headers={"HX-Redirect": address})
    return HttpResponseRedirect(address, status=303)


def _reached(request: HttpRequest, person: Person, words: str, now: datetime) -> HttpResponse:
    taken = take_down(request.member, person=person, kind="call", words=words, at=now)
    said = gettext("Noted: %(client)s.") % {"client": taken.client.name}
    say(request, said, undo=reverse("capture-undoing", args=[taken.entry.pk]))
    return back(request, reverse("client", args=[taken.client.pk]))


def _later(request: HttpRequest, person: Person, now: datetime) -> HttpResponse:
    """It stands among what is due: in two hours, or when the next working day begins."""
    words = gettext("Call %(name)s again") % {"name": person.name}
    at = _next_try(request.member.workspace, now)
    ledger.note(person.client, words, side="ours", due_at=at, by=request.member, at=now, person=person)
    say(request, gettext("You will be reminded to call again."))
    return back(request, reverse("client", args=[person.client_id]))


def _next_try(workspace: Workspace, now: datetime) -> datetime:
    today = clock.local(now, workspace.zone).date()
    soon = clock.is_workday(today, workspace.zone) and now + SOON < clock.end_of_workday(today, workspace)
    return now + SOON if soon else holding.next_morning(workspace, now)
