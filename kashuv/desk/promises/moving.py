"""A new date for a promise, with its reason; the old date is kept beside it."""

from __future__ import annotations

import uuid

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from kashuv.desk.asking.due import DueField
from kashuv.desk.asking.form import AskingForm
from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import again, back, say
from kashuv.foundation import clock
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Move, Promise


class MoveForm(AskingForm):
    """To when, why, and whether the other side has heard of it."""

    to = DueField(label=_("Until when now"))
    reason = forms.CharField(label=_("What came up"), max_length=300, required=False)
    told = forms.BooleanField(label=_("The other side has heard of the new date"), required=False)


@for_members
def moves(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The form, and the move itself."""
    promise = get_object_or_404(Promise.objects.seen_by(request.member).select_related("client"), pk=key)
    form = MoveForm(request.POST or None, member=request.member)
    page = {"promise": promise, "form": form}
    if request.method != "POST":
        return render(request, "promises/moving.html", {"page": page})
    if not form.is_valid():
        return again(request, "promises/moving.html", page)
    _move(request, promise, form.cleaned_data)
    return back(request, reverse("promises"))


def _move(request: HttpRequest, promise: Promise, said: dict) -> None:  # type: ignore[type-arg]
    moved = ledger.move(
        promise, said["to"], reason=said["reason"], told=said["told"], by=request.member, at=clock.now()
    )
    if moved is None:
        say(request, _("It no longer stood so; nothing was changed."))
    else:
        say(request, _("Moved."), undo=reverse("promise-move-undoing", args=[promise.pk, moved.pk]))


@require_POST
@for_members
def undoing(request: HttpRequest, key: uuid.UUID, move: uuid.UUID) -> HttpResponse:
    """The date of before, as long as no later move has followed."""
    promise = get_object_or_404(Promise.objects.seen_by(request.member), pk=key)
    moved = get_object_or_404(Move.objects.within(promise.workspace_id), pk=move, promise_id=promise.pk)
    done = ledger.move_back(moved, by=request.member, at=clock.now())
    say(request, _("Back to the date of before.") if done else _("A later move stands in between."))
    return back(request, reverse("promises"))
