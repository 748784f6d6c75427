"""Asking for a second opinion: a teammate with one key, or somebody outside by a link that opens this one question."""

from __future__ import annotations

import uuid

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from kashuv.desk.asking.form import AskingForm
from kashuv.desk.calm.reach import opens_outside
from kashuv.desk.doorway import for_members
from kashuv.desk.drafts.page import draft_of
from kashuv.desk.drafts.said import said_of
from kashuv.desk.drafts.views import typed_first
from kashuv.desk.layout.answers import onward, say
from kashuv.foundation import clock
from kashuv.rooms.calm import opinions
from kashuv.rooms.calm.models import Opinion
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.team.models import Member


class AskForm(AskingForm):
    """Whom, and what she wonders about."""

    of = forms.ChoiceField(label=_("Whom to ask"), required=False, widget=forms.RadioSelect)
    name = forms.CharField(label=_("Or somebody outside, by a link: a name"), max_length=120, required=False)
    question = forms.CharField(label=_("What do you wonder about?"), max_length=500, required=False)

    def __init__(self, *args: object, member: Member, about: Client | None, **options: object) -> None:
        super().__init__(*args, member=member, **options)  # type: ignore[arg-type]
        team = [(str(one.id), one.name) for one in teammates(member, about)]
        self.fields["of"].choices = team  # type: ignore[attr-defined]
        if not team:
            self.fields["name"].label = _("Somebody outside, by a link: a name")

    def clean(self) -> dict[str, object]:
        said = super().clean() or {}
        if not said.get("of") and not said.get("name"):
            self.add_error("name", _("Whose opinion is wanted?"))
        return said


def teammates(member: Member, about: Client | None) -> list[Member]:
    """Those who can be asked: all who may see the client, but herself."""
    team = Member.objects.filter(workspace_id=member.workspace_id, active=True).exclude(pk=member.pk)
    return [one for one in team.order_by("name") if about is None or _may_see(one, about)]


def _may_see(member: Member, client: Client) -> bool:
    return member.leads or not client.exclusive or client.owner_id == member.id


@for_members
def asking(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The question; from the editor, what was typed is kept first."""
    found = draft_of(request.member, key)
    if found.state != Draft.State.WRITING:
        return onward("draft", key)
    if (answered := typed_first(request, found)) is not None:
        return answered
    form = AskForm(
        request.POST if "question" in request.POST else None, member=request.member, about=found.client
    )
    if not form.is_bound or not form.is_valid():
        page = {"draft": found, "form": form, "said": said_of(found)}
        return render(request, "calm/asking.html", {"page": page}, status=422 if form.errors else 200)
    try:
        return _ask(request, found, form.cleaned_data)
    except drafts.Ended:  # a moment ago, by somebody else
        return onward("draft", key)


def _ask(request: HttpRequest, found: Draft, said: dict[str, str]) -> HttpResponse:
    now, question = clock.now(), said["question"]
    if said["of"]:
        team = Member.objects.filter(workspace_id=found.workspace_id, active=True)
        of = get_object_or_404(team, pk=said["of"])
        opinions.ask(found, of, question=question, by=request.member, at=now)
        say(request, _("%(name)s is asked; the answer will stand beside the draft.") % {"name": of.name})
        return onward("draft", found.pk)
    _asked, token = opinions.ask_outside(found, said["name"], question=question, by=request.member, at=now)
    link = _link(request, token)
    page = {"draft": found, "name": said["name"], "link": link, "opens_outside": opens_outside(link)}
    return render(request, "calm/link.html", {"page": page})


def _link(request: HttpRequest, token: str) -> str:
    path = reverse("opinion-outside", args=[token])
    return f"{settings.BASE_URL}{path}" if settings.BASE_URL else request.build_absolute_uri(path)


@require_POST
@for_members
def withdrawal(request: HttpRequest, key: uuid.UUID, opinion: uuid.UUID) -> HttpResponse:
    """The question is taken back."""
    found = draft_of(request.member, key)
    asked = _asked_of(found, opinion)
    if opinions.withdraw(asked, by=request.member, at=clock.now()):
        say(request, _("The question was taken back."))
    return onward("draft", key)


@require_POST
@for_members
def reminder(request: HttpRequest, key: uuid.UUID, opinion: uuid.UUID) -> HttpResponse:
    """Once more, kindly: it stands on the day's plan of who was asked."""
    found = draft_of(request.member, key)
    opinions.remind(_asked_of(found, opinion), by=request.member, at=clock.now())
    say(request, _("Reminded."))
    return onward("draft", key)


def _asked_of(found: Draft, opinion: uuid.UUID) -> Opinion:
    here = Opinion.objects.within(found.workspace_id).filter(draft_id=found.id, answered_at__isnull=True)
    return get_object_or_404(here, pk=opinion)
