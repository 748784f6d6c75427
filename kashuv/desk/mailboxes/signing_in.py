"""By the provider's own sign-in page: there, back, and only then kept.

The way there is a link on a page of ours, since our policy lets no form lead elsewhere; the way back is a page whose button
does it, since a GET changes nothing. What only we know (PKCE) waits in the session, for one way only.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings as told
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import onward as on
from kashuv.desk.layout.answers import say
from kashuv.desk.mailboxes.connecting import welcomed
from kashuv.desk.mailboxes.forms import WhoseForm
from kashuv.desk.mailboxes.gate import mailbox_changed
from kashuv.foundation import clock
from kashuv.rooms.post import mailboxes
from kashuv.rooms.post.channels import oauth
from kashuv.rooms.post.channels.entering import Proof, Server
from kashuv.rooms.post.channels.oauth import SignIn, Tokens
from kashuv.rooms.post.channels.troubles import Trouble
from kashuv.rooms.post.channels.trying import try_both
from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.post.rules.providers import Place, guess

WAITING = "mailbox_sign_in"


@require_POST
@never_cache
@for_members
def onward(request: HttpRequest) -> HttpResponse:
    """What is wished is signed and goes along; she goes on by a link."""
    wish = _wish(request)
    sign_in = oauth.sign_in(wish.get("by", ""))
    if sign_in is None:
        say(request, _("This can't be opened by a sign-in page here."))
        return on("mailboxes")
    waiting = {"nonce": oauth.fresh_verifier(), "verifier": oauth.fresh_verifier()}
    request.session[WAITING] = waiting
    page = oauth.page_of(
        sign_in,
        address=wish["address"],
        back=_back(request),
        state=oauth.state_of(wish | {"nonce": waiting["nonce"], "member": str(request.member.pk)}),
        verifier=waiting["verifier"],
    )
    return render(
        request, "mailboxes/onward.html", {"page": {"link": page, "wish": wish, "name": sign_in.name}}
    )


def _wish(request: HttpRequest) -> dict[str, str]:
    """A mailbox that stands, to be opened anew; or a new one."""
    if key := request.POST.get("mailbox"):
        found = mailbox_changed(request.member, _key(key))
        return {"mailbox": str(found.id), "address": found.address, "by": found.proof}
    form = WhoseForm(request.POST, member=request.member)
    if not form.is_valid():
        return {}
    said = form.cleaned_data
    guessed = guess(said["address"], said["provider"])
    return {
        "address": said["address"],
        "provider": said["provider"],
        "by": guessed.provider.opens if guessed.provider else "",
        "whose": "team" if form.owner is None else "mine",
        "name": said["name"],
        "since": said["since"].isoformat() if said["since"] else "",
        "capture": said["capture"],
    }


def _key(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.UUID(int=0)


@sensitive_post_parameters("code")
@never_cache
@for_members
def returned(request: HttpRequest) -> HttpResponse:
    """She is back with a code, or with a no; the button exchanges it and keeps what it opens."""
    said = request.POST if request.method == "POST" else request.GET
    wish = _known(request, said.get("state", ""))
    sign_in = oauth.sign_in(wish["by"]) if wish else None
    if wish is None or sign_in is None or not said.get("code"):
        say(request, _("The sign-in was broken off, or took too long. Nothing was connected."))
        return on("mailboxes")
    if request.method != "POST":
        page = {"wish": wish, "name": sign_in.name, "code": said["code"], "state": said["state"]}
        return render(request, "mailboxes/returned.html", {"page": page})
    return _exchanged(request, sign_in, wish, said["code"])


def _known(request: HttpRequest, state: str) -> dict[str, str] | None:
    """What was wished, if it is she who wished it, in this very session."""
    wish, waiting = oauth.read_state(state), request.session.get(WAITING)
    if not wish or not waiting or wish.get("member") != str(request.member.pk):
        return None
    return wish if constant_time_compare(wish.get("nonce", ""), waiting["nonce"]) else None


def _exchanged(request: HttpRequest, sign_in: SignIn, wish: Mapping[str, str], code: str) -> HttpResponse:
    verifier = request.session.pop(WAITING)["verifier"]
    try:
        tokens = oauth.exchange(sign_in, code, back=_back(request), verifier=verifier, at=clock.now())
        mailbox = _kept(request, wish, tokens)
    except Trouble as why:
        say(request, str(why))
        return on("mailboxes")
    except mailboxes.Taken:
        say(request, _("This address is connected already."))
        return on("mailboxes")
    _try(mailbox, tokens)
    return welcomed(request, mailbox)


def _kept(request: HttpRequest, wish: Mapping[str, str], tokens: Tokens) -> Mailbox:
    by, at = request.member, clock.now()
    if key := wish.get("mailbox"):
        found = mailbox_changed(by, uuid.UUID(key))
        mailboxes.change(found, by=by, at=at, secret=tokens.secret(), proof=wish["by"], active=True)
        return found
    guessed = guess(wish["address"], wish["provider"])
    return mailboxes.connect(
        by.workspace,
        wish["address"],
        member=None if wish["whose"] == "team" and by.leads else by,
        fetching=_server(guessed.fetching, guessed.login),
        sending=_server(guessed.sending, guessed.login),
        secret=tokens.secret(),
        by=by,
        at=at,
        proof=wish["by"],
        **_more(wish),
    )


def _more(wish: Mapping[str, str]) -> dict[str, Any]:
    since = date.fromisoformat(wish["since"]) if wish["since"] else None
    return {"name": wish["name"], "since": since, "capture": wish["capture"]}


def _server(place: Place, login: str) -> Server:
    return Server(place.host, place.port, place.security, login)


def _try(mailbox: Mailbox, tokens: Tokens) -> None:
    """The code is good once, so it is kept first; what does not open is then said on its page."""
    fetching, sending = Server.of(mailbox.fetching), Server.of(mailbox.sending)
    proof = Proof("token", tokens.access)
    for trial in try_both(fetching, sending, proof, mailbox.address, now=clock.now).values():
        if not trial.well:
            mailboxes.complain(mailbox, trial.said, trial.advice, at=clock.now())


def _back(request: HttpRequest) -> str:
    path = reverse("mailbox-return")
    return f"{told.BASE_URL}{path}" if told.BASE_URL else request.build_absolute_uri(path)
