"""I have not forgotten you: the ready message with the new date; written it becomes a draft, spoken it is moved at once."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise as Words
from django.utils.translation import gettext_lazy as _

from kashuv.desk.asking.due import DueField
from kashuv.desk.asking.form import AskingForm
from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import onward, say
from kashuv.desk.promises.closing import offered
from kashuv.desk.today.steps import dialled
from kashuv.flows import reassuring
from kashuv.foundation import clock
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member
from kashuv.rooms.today.closing import Standing, turned_to
from kashuv.rooms.today.reassuring import Ready

CALL = "call"
WAYS: dict[str, str | Words] = {
    "mail": _("Write it by mail"),
    "sms": _("Write it as a text"),
    "whatsapp": _("Write it in WhatsApp"),
}


class ReassuringForm(AskingForm):
    """Until when now, and what came up; `way` is how it is written, or `call` once it was said."""

    to = DueField(label=_("Until when now"))
    reason = forms.CharField(label=_("What came up, for ourselves"), max_length=300, required=False)
    way = forms.ChoiceField(choices=[*WAYS.items(), (CALL, CALL)], required=False, widget=forms.HiddenInput)


@dataclass(frozen=True, slots=True)
class ReassuringPage:
    """`ready` is the message by the way that suits him, `ways` those by which it can be written, that one first."""

    standing: Standing
    form: ReassuringForm
    ready: Ready
    ways: tuple[tuple[str, str | Words], ...]
    number: str
    now: datetime

    @property
    def promise(self) -> Promise:
        return self.standing.promise

    @property
    def spoken(self) -> bool:
        return self.standing.way == CALL


def reassuring_page(
    member: Member, standing: Standing, form: ReassuringForm, now: datetime
) -> ReassuringPage:
    """The message with the date that was chosen, or with the one that is offered."""
    to = getattr(form, "cleaned_data", {}).get("to") or reassuring.next_date(member.workspace, now)
    person, way = standing.person, standing.way
    return ReassuringPage(
        standing=standing,
        form=form,
        ready=reassuring.worded(standing, to=to, way=way, by=member, at=now),
        ways=tuple(sorted(_ways(standing), key=lambda one: one[0] != way)),
        number=dialled(person.phone) if person and person.phone else "",
        now=now,
    )


def _ways(standing: Standing) -> list[tuple[str, str | Words]]:
    """Those for which an address is known."""
    person = standing.person
    if person is None:
        return [("mail", WAYS["mail"])]
    return [(way, said) for way, said in WAYS.items() if (person.mail if way == "mail" else person.phone)]


@for_members
def reassurance(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The message to look at; posted with a way, it is the draft."""
    member, now = request.member, clock.now()
    standing = _standing(member, key, now)
    if standing is None:
        say(request, _("It no longer stood so; nothing was changed."))
        return onward("promises")
    if request.method != "POST":
        form = ReassuringForm(member=member, initial={"to": offered(member, now)})
        return _shown(request, standing, form, now)
    form = ReassuringForm(request.POST, member=member)
    if not form.is_valid() or not form.cleaned_data["way"]:
        return _shown(request, standing, form, now, status=200 if form.is_valid() else 422)
    said = form.cleaned_data
    if said["way"] == CALL:
        return _told(request, standing.promise, said["to"], said["reason"], now)
    draft = reassuring.write(
        standing, to=said["to"], way=said["way"], reason=said["reason"], by=member, at=now
    )
    say(request, _("It stands as a draft; the word gets its new date when it is sent."))
    return onward("draft", draft.pk)


def _told(request: HttpRequest, promise: Promise, to: datetime, reason: str, now: datetime) -> HttpResponse:
    """They have heard it by mouth: the word has its new date."""
    moved = ledger.move(promise, to, reason=reason, told=True, by=request.member, at=now)
    if moved is not None:
        say(request, _("Moved."), undo=reverse("promise-move-undoing", args=[promise.pk, moved.pk]))
    return onward("closing")


def _standing(member: Member, key: uuid.UUID, now: datetime) -> Standing | None:
    """A word of ours that stands open, with whom it is told to; Http404 if she may not see it."""
    seen = Promise.objects.seen_by(member).select_related(
        "client", "person", "entry", "entry__client", "entry__person"
    )
    promise = get_object_or_404(seen, pk=key)
    if promise.state != Promise.State.OPEN or promise.side != Promise.Side.OURS:
        return None
    (standing,) = turned_to(member, [promise], now)
    return standing


def _shown(
    request: HttpRequest, standing: Standing, form: ReassuringForm, now: datetime, status: int = 200
) -> HttpResponse:
    page = reassuring_page(request.member, standing, form, now)
    return render(request, "promises/reassuring.html", {"page": page, "now": now}, status=status)
