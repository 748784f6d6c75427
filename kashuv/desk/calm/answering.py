"""Answering: the draft as it stood, sentences to tick, and one of three words: go, soften, wait."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt

from kashuv.desk.calm.sentences import Sentence, cut, marks
from kashuv.desk.doorway import for_members
from kashuv.desk.drafts.said import ANSWERS
from kashuv.desk.layout.answers import onward, say
from kashuv.foundation import clock
from kashuv.rooms.calm import opinions
from kashuv.rooms.calm.models import Opinion
from kashuv.rooms.team.models import Member


class AnswerForm(forms.Form):
    """One word, and what is to be said with it."""

    answer = forms.ChoiceField(
        label=_("What would you do?"), choices=list(ANSWERS.items()), widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("In your words"),
        max_length=5000,
        required=False,
        widget=forms.Textarea({"rows": 3, "dir": "auto"}),
    )


@dataclass(frozen=True, slots=True)
class OpinionPage:
    """`client` is named to teammates alone."""

    opinion: Opinion
    sentences: list[Sentence]
    form: AnswerForm
    client: str = ""


@for_members
def opinion(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """What a teammate wants to know; and the answer."""
    asked = _asked_of(request.member, key)
    page = _page(request, asked, asked.draft.client.name if asked.draft.client else "")
    if request.method == "POST" and page.form.is_valid():
        kept = _answer(asked, page, by=request.member)
        thanks = _("Thank you; the answer stands beside the draft.")
        say(request, thanks if kept else _("This was answered before; the first answer stands."))
        return onward("drafts")
    return render(request, "calm/opinion.html", {"page": page}, status=422 if page.form.errors else 200)


def _asked_of(member: Member, key: uuid.UUID) -> Opinion:
    return get_object_or_404(
        Opinion.objects.asked_of(member).select_related("asked_by", "draft__client"), pk=key
    )


@csrf_exempt
def outside(request: HttpRequest, token: str) -> HttpResponse:
    """The same for somebody without a login; the link opens this one question, and only a posted form changes anything.

    Whoever posts must know the secret link, and no session of his is used, so nobody can be made to post by another's
    page; and since the link is told to nobody (no-referrer), a browser names no origin that could be checked.
    """
    asked = opinions.by_token(token, at=clock.now())
    if asked is None:
        raise Http404
    with translation.override(asked.asked_by.language):
        return _guarded(_outside(request, asked))


def _outside(request: HttpRequest, asked: Opinion) -> HttpResponse:
    page = _page(request, asked, "")
    if request.method == "POST" and not asked.answered_at and page.form.is_valid():
        _answer(asked, page, by=None)
        return render(request, "calm/thanks.html", {"page": page})
    if asked.answered_at:
        return render(request, "calm/thanks.html", {"page": page})
    return render(request, "calm/outside.html", {"page": page}, status=422 if page.form.errors else 200)


def _guarded(response: HttpResponse) -> HttpResponse:
    """A secret link is told to nobody: no search engine, no next page."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    return response


def _page(request: HttpRequest, asked: Opinion, client: str) -> OpinionPage:
    form = AnswerForm(request.POST or None, label_suffix="")
    return OpinionPage(asked, cut(asked.text, request.POST.getlist("marked")), form, client)


def _answer(asked: Opinion, page: OpinionPage, *, by: Member | None) -> bool:
    said = page.form.cleaned_data
    return opinions.answer(
        asked, said["answer"], words=said["words"], marks=marks(page.sentences), by=by, at=clock.now()
    )
