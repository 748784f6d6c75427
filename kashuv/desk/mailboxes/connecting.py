"""Connecting a mailbox: first its address, then what was guessed of it, tried, corrected and kept."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import onward, say
from kashuv.desk.mailboxes.forms import SIDES, AddressForm, ConnectForm, guessed
from kashuv.desk.mailboxes.trying import Trials, may_open_later, paced
from kashuv.flows.collecting import jobs
from kashuv.foundation import clock
from kashuv.foundation.sentences import Sentence
from kashuv.rooms.post import advice, mailboxes, pacing
from kashuv.rooms.post.channels import oauth
from kashuv.rooms.post.channels.entering import Proof
from kashuv.rooms.post.channels.naming import named, settled
from kashuv.rooms.post.channels.trying import try_both
from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.post.rules.providers import BY_KEY, Guess, Provider, guess


@dataclass(frozen=True, slots=True)
class ConnectPage:
    """`hint` says what this provider wants; `sign_in` is its own sign-in, where this installation is known there."""

    form: ConnectForm
    trials: Trials
    provider: Provider | None
    hint: Sentence | None
    sign_in: oauth.SignIn | None

    @property
    def address(self) -> str:
        return str(self.form["address"].value() or "")

    @property
    def is_refused(self) -> bool:
        return any(not trial.well for trial in self.trials.values())

    @property
    def may_open_later(self) -> bool:
        return may_open_later(self.trials)

    @property
    def is_open(self) -> bool:
        """Whether the servers are unfolded: where something is wrong, or was only put together."""
        return self.is_refused or self.provider is None or bool(self.form.errors)

    @property
    def needs_sign_in(self) -> bool:
        """Whether no password would help."""
        return self.provider is not None and self.provider.wants == "sign_in"


def connect_page(form: ConnectForm, trials: Trials | None = None) -> ConnectPage:
    provider = BY_KEY.get(str(form["provider"].value() or ""))
    return ConnectPage(
        form,
        trials or {},
        provider,
        advice.way_in(provider) if provider else None,
        oauth.sign_in(provider.opens) if provider and provider.opens else None,
    )


@sensitive_post_parameters("password")
@never_cache
@for_members
def new(request: HttpRequest) -> HttpResponse:
    """The address; with it, the form as it was guessed; and what was sent of it. Asks nobody for a name."""
    if request.method == "POST":
        return _connect(request)
    asked = AddressForm(request.GET or None)
    if not asked.is_bound or not asked.is_valid():
        return _asked_again(request, asked)
    names = ([request.GET.get(side, "")] for side in SIDES)
    begins = guessed(named(_guess(asked), *names), request.member)
    return _shown(request, ConnectForm(initial=begins, member=request.member))


@require_POST
@for_members
def guessing(request: HttpRequest) -> HttpResponse:
    """Which of the usual names exist; not without end, and then the first of them will do."""
    asked = AddressForm(request.POST)
    if not asked.is_valid():
        return _asked_again(request, asked)
    found = _guess(asked)
    if pacing.may_try(request.member, at=clock.now(), deed=pacing.ASKED):
        found = settled(found)
    told = {**asked.cleaned_data, "fetching": found.fetching.host, "sending": found.sending.host}
    return HttpResponseRedirect(f"{reverse('mailbox-new')}?{urlencode(told)}", status=303)


def _guess(asked: AddressForm) -> Guess:
    return guess(asked.cleaned_data["address"], asked.cleaned_data["provider"])


def _asked_again(request: HttpRequest, asked: AddressForm) -> HttpResponse:
    status = 422 if asked.is_bound else 200
    return render(request, "mailboxes/address.html", {"page": {"form": asked}}, status=status)


@sensitive_post_parameters("password")
@require_POST
@never_cache
@for_members
def trial(request: HttpRequest) -> HttpResponse:
    """Both ways are tried, and nothing is kept."""
    form = ConnectForm(request.POST, member=request.member)
    if not form.is_valid():
        return _in_place_of_the_form(_shown(request, form.pointing(), status=422))
    return _shown(request, form, paced(request.member, lambda: _tried(form)))


def _in_place_of_the_form(answer: HttpResponse) -> HttpResponse:
    """What is wrong stands at its field, also where a script had asked for the outcome of the trial alone."""
    for name, said in (("Retarget", "#connecting"), ("Reselect", "#connecting"), ("Reswap", "outerHTML")):
        answer[f"HX-{name}"] = said
    return answer


def _tried(form: ConnectForm) -> Trials:
    said = form.cleaned_data
    return try_both(
        form.server("fetching"), form.server("sending"), Proof("password", said["password"]), said["address"],
        now=clock.now,
    )  # fmt: skip


def _connect(request: HttpRequest) -> HttpResponse:
    """Tried first; what does not open is kept only if she says so."""
    form = ConnectForm(request.POST, member=request.member)
    if not form.is_valid():
        return _shown(request, form, status=422)
    trials = paced(request.member, lambda: _tried(form), even_so=form.cleaned_data["even_so"])
    if any(not one.well for one in trials.values()):
        return _shown(request, form, trials, status=422)
    try:
        mailbox = _kept(request, form)
    except mailboxes.Taken:
        form.add_error(None, _("This address is connected already."))
        return _shown(request, form, status=422)
    return welcomed(request, mailbox)


def _kept(request: HttpRequest, form: ConnectForm) -> Mailbox:
    return mailboxes.connect(
        request.member.workspace,
        form.cleaned_data["address"],
        member=form.owner,
        fetching=form.server("fetching"),
        sending=form.server("sending"),
        secret={"password": form.cleaned_data["password"]},
        by=request.member,
        at=clock.now(),
        **form.about(),
    )


def welcomed(request: HttpRequest, mailbox: Mailbox) -> HttpResponse:
    """To its page, while a worker fetches its first letters."""
    jobs.ask_for(mailbox.workspace_id, mailbox.id, clock.now())
    say(request, _("It is connected. The letters are coming in, the newest first."))
    return onward("mailbox", mailbox.id)


def _shown(
    request: HttpRequest, form: ConnectForm, trials: Trials | None = None, status: int = 200
) -> HttpResponse:
    page = {"page": connect_page(form, trials), "back": reverse("mailbox-new")}
    return render(request, "mailboxes/connecting.html", page, status=status)
