"""A promise written down by hand."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kashuv.desk.asking.due import DueField
from kashuv.desk.asking.form import AskingForm
from kashuv.desk.asking.who import WhoField
from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import again, back, say
from kashuv.foundation import clock
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Promise

SIDES = [(Promise.Side.OURS, _("We promised")), (Promise.Side.THEIRS, _("They promised"))]


class NoteForm(AskingForm):
    """Who, what, until when."""

    side = forms.ChoiceField(
        label=_("Who promised"), choices=SIDES, initial=Promise.Side.OURS, widget=forms.RadioSelect
    )
    who = WhoField(label=_("To whom, or who"), known=True)
    words = forms.CharField(label=_("What"), max_length=500)
    due = DueField(label=_("Until when"), required=False)


@for_members
def noting(request: HttpRequest) -> HttpResponse:
    """The form, and the note itself; it stands at once."""
    form = NoteForm(request.POST or None, member=request.member)
    if request.method != "POST":
        return render(request, "promises/noting.html", {"page": {"form": form}})
    if not form.is_valid():
        return again(request, "promises/noting.html", {"form": form})
    _note(request, form.cleaned_data)
    return back(request, reverse("promises"))


def _note(request: HttpRequest, said: dict) -> None:  # type: ignore[type-arg]
    promise = ledger.note(
        said["who"].client,
        said["words"],
        side=said["side"],
        due_at=said["due"],
        person=said["who"].person,
        by=request.member,
        at=clock.now(),
    )
    say(request, _("Written down."), undo=reverse("promise-release", args=[promise.pk]))
