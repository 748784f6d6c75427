"""What a person agreed to receive: noted on his page, and taken back there."""

from __future__ import annotations

import uuid

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from kashuv.desk.clients.file.clients import client_seen
from kashuv.desk.clients.file.people import person_seen
from kashuv.desk.clients.file.sheet import Sheet, show
from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import back, say
from kashuv.foundation import clock
from kashuv.rooms.clients import consents
from kashuv.rooms.clients.models import Consent


class ConsentForm(forms.Form):
    """In which words, or on which form."""

    words = forms.CharField(
        label=_("How and in which words was it given?"),
        max_length=consents.LONGEST,
        widget=forms.TextInput({"dir": "auto"}),
    )


@for_members
def consent(request: HttpRequest, client: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """He agreed to receive advertisements."""
    found, someone = client_seen(request.member, client), person_seen(request.member, client, key)
    form = ConsentForm(request.POST if request.method == "POST" else None, label_suffix="")
    if not form.is_valid():
        return show(request, Sheet(gettext("Consent to advertisements"), form, gettext("Note it"), found))
    given = consents.note(someone, form.cleaned_data["words"], by=request.member, at=clock.now())
    say(request, gettext("The consent is noted."), undo=_withdrawal(client, key, given))
    return back(request, reverse("person", args=[client, key]))


@require_POST
@for_members
def withdrawal(request: HttpRequest, client: uuid.UUID, key: uuid.UUID, consent: uuid.UUID) -> HttpResponse:
    """He took it back; from now on the guard says so before an advertisement leaves."""
    someone = person_seen(request.member, client, key)
    here = Consent.objects.within(someone.workspace_id).filter(person_id=someone.id).select_related("person")
    if consents.withdraw(get_object_or_404(here, pk=consent), by=request.member, at=clock.now()):
        say(request, gettext("The consent was taken back."))
    return back(request, reverse("person", args=[client, key]))


def _withdrawal(client: uuid.UUID, key: uuid.UUID, given: Consent) -> str:
    return reverse("consent-withdrawal", args=[client, key, given.id])
