"""Templates of letters: those she may use, a new one, a change, the end of one."""

from __future__ import annotations

import uuid

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from kashuv.desk.asking.form import AskingForm
from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import onward, say
from kashuv.foundation import clock
from kashuv.rooms.conversations import templates
from kashuv.rooms.conversations.models import Template
from kashuv.rooms.conversations.rules import filling


class TemplateForm(AskingForm):
    """A name to choose it by, and the letter."""

    name = forms.CharField(label=_("What it is called"), max_length=120)
    subject = forms.CharField(label=_("Subject"), max_length=500, required=False)
    text = forms.CharField(
        label=_("The letter"),
        max_length=20_000,
        widget=forms.Textarea({"rows": 8}),
        help_text=_("{name}, {client}, {me}, {firm} and {day} are filled in by themselves."),
    )
    shared = forms.BooleanField(label=_("For the whole team"), required=False, initial=True)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if left := filling.unknown(text):
            raise forms.ValidationError(
                _("Nothing is known that could fill %(places)s."), params={"places": ", ".join(left)}
            )
        return text


@for_members
def offered(request: HttpRequest) -> HttpResponse:
    """All that she may use, and the form of a new one."""
    form = TemplateForm(request.POST or None, member=request.member)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        templates.keep(by=request.member, at=clock.now(), **said)
        say(request, _("Saved."))
        return onward("templates")
    lines = [(one, one.is_changed_by(request.member)) for one in templates.offered_to(request.member)]
    page = {"offered": lines, "form": form}
    return render(request, "drafts/templates.html", {"page": page}, status=422 if form.errors else 200)


@for_members
def changing(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The form of one, and the change itself."""
    template = _of(request, key)
    begun = {name: getattr(template, name) for name in ("name", "subject", "text")}
    begun["shared"] = template.member_id is None
    form = TemplateForm(request.POST or None, member=request.member, initial=begun)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        whose = None if said.pop("shared") else request.member.id
        templates.change(template, by=request.member, at=clock.now(), member_id=whose, **said)
        say(request, _("Saved."))
        return onward("templates")
    page = {"template": template, "form": form}
    return render(request, "drafts/template.html", {"page": page}, status=422 if form.errors else 200)


@require_POST
@for_members
def throwing_away(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """It is offered no more."""
    templates.throw_away(_of(request, key), by=request.member, at=clock.now())
    say(request, _("The template is gone; letters written from it stay."))
    return onward("templates")


def _of(request: HttpRequest, key: uuid.UUID) -> Template:
    """One that she may change; what is everybody's is its writer's and the leaders' to change."""
    found = Template.objects.within(request.member.workspace_id).filter(pk=key).first()
    if found is None or not found.is_changed_by(request.member):
        raise Http404
    return found
