"""A word is released with its reason: what has passed its hour is not simply struck out."""

from __future__ import annotations

import uuid
from datetime import datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kashuv.desk.asking.form import AskingForm
from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import again, back, say
from kashuv.foundation import clock
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Promise


class ReleaseForm(AskingForm):
    """Why nobody owes it any more."""

    reason = forms.CharField(label=_("Why it is owed no more"), max_length=300)


def asks_why(promise: Promise, now: datetime) -> bool:
    """A word of ours that stands after its hour is let go only with a reason."""
    ours = promise.side == Promise.Side.OURS and promise.state == Promise.State.OPEN
    return ours and promise.due_at is not None and promise.due_at <= now


@for_members
def releasing(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The form, and the release itself."""
    promise = get_object_or_404(Promise.objects.seen_by(request.member).select_related("client"), pk=key)
    form = ReleaseForm(request.POST or None, member=request.member)
    page = {"promise": promise, "form": form}
    if request.method != "POST":
        return render(request, "promises/releasing.html", {"page": page})
    if not form.is_valid():
        return again(request, "promises/releasing.html", page)
    if ledger.release(promise, by=request.member, at=clock.now(), reason=form.cleaned_data["reason"]):
        undo = reverse("promise-reopening", args=[key])
        say(request, _("Released: nobody owes it any more."), undo=undo)
    else:
        say(request, _("It no longer stood so; nothing was changed."))
    return back(request, reverse("promises"))
