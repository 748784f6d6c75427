"""Takes down what was just said, in ten seconds, from any page."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kashuv.desk.asking.whom import Whom, by_key
from kashuv.desk.capture.form import CaptureForm
from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import again, back, say
from kashuv.flows.capture import Taken, take_back, take_down
from kashuv.foundation import clock
from kashuv.rooms.conversations.models import Entry


@for_members
def capture(request: HttpRequest) -> HttpResponse:
    """The form, begun with the client of `?client=` if there is one; and the taking down."""
    form = CaptureForm(request.POST or None, member=request.member, initial={"who": _begun(request)})
    if request.method != "POST":
        return render(request, "capture/page.html", {"page": {"form": form}})
    if not form.is_valid():
        return again(request, "capture/page.html", {"form": form})
    taken = _take_down(request, form.cleaned_data)
    told = _("Noted: %(client)s, a new client.") if taken.newcomer else _("Noted: %(client)s.")
    said = told % {"client": taken.client.name}
    say(request, said, undo=reverse("capture-undoing", args=[taken.entry.pk]))
    return back(request, reverse("client", args=[taken.client.pk]))


def _begun(request: HttpRequest) -> Whom | None:
    """With whom the form begins."""
    client = request.GET.get("client", "")
    return by_key(request.member, f"client:{client}") if client else None


def _take_down(request: HttpRequest, said: dict) -> Taken:  # type: ignore[type-arg]
    who: Whom = said["who"]
    return take_down(
        request.member,
        client=who.client,
        person=who.person,
        name=who.name,
        kind=said["kind"],
        words=said["words"],
        direction=said["direction"],
        promise=said["promise"],
        side=said["side"] or "ours",
        due=said["due"],
        at=clock.now(),
    )


@require_POST
@for_members
def undoing(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """It was not said after all; only what a hand took down is taken back so."""
    by_hand = Entry.objects.seen_by(request.member).filter(
        identity__startswith="hand:", member_id=request.member.id
    )
    take_back(get_object_or_404(by_hand, pk=key), by=request.member, at=clock.now())
    say(request, _("Taken back."))
    return back(request, reverse("today"))
