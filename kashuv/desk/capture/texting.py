"""Whether a message was sent from one's own phone, asked of whoever comes back from the chat: one tap takes it down."""

from __future__ import annotations

import uuid

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import again, back, say
from kashuv.flows.capture import take_down
from kashuv.foundation import clock
from kashuv.rooms.clients.models import Person
from kashuv.rooms.conversations.models import Entry

KINDS = (Entry.Kind.SMS, Entry.Kind.WHATSAPP)


class TextForm(forms.Form):
    """The words as the chat was opened with them; they may have been changed there."""

    words = forms.CharField(
        label=_("What was written"), widget=forms.Textarea({"rows": 4, "dir": "auto"}), max_length=20_000
    )


@for_members
def texting(request: HttpRequest, key: uuid.UUID, kind: str) -> HttpResponse:
    """Asks; what was sent stands on the timeline, and can be taken back."""
    if kind not in KINDS:
        raise Http404
    people = Person.objects.seen_by(request.member).filter(client__isnull=False).select_related("client")
    person = get_object_or_404(people, pk=key)
    form = TextForm(request.POST or None, initial={"words": request.GET.get("words", "")[:5000]})
    page = {"form": form, "person": person, "kind": kind}
    if request.method != "POST":
        return render(request, "capture/texting.html", {"page": page})
    if not form.is_valid():
        return again(request, "capture/texting.html", page)
    taken = take_down(
        request.member, person=person, kind=kind, words=form.cleaned_data["words"], at=clock.now()
    )
    say(request, gettext("Recorded as sent by you."), undo=reverse("capture-undoing", args=[taken.entry.pk]))
    return back(request, reverse("client", args=[taken.client.pk]))
