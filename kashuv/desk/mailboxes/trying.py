"""Trying servers from the desk: not without end; a mailbox that stands with a new password, or with what is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from kashuv.foundation import clock
from kashuv.rooms.post import pacing
from kashuv.rooms.post.channels.entering import Proof, Server
from kashuv.rooms.post.channels.trying import Trial, try_both
from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.post.proving import Locked, proof_of
from kashuv.rooms.team.models import Member

Trials = Mapping[str, Trial]


def paced(by: Member, step: Callable[[], Trials], *, even_so: bool = False) -> Trials:
    """What came of the step, or the word that it is enough for now. What is kept even so counts too: a worker tries it."""
    if not pacing.may_try(by, at=clock.now()):
        return {"fetching": Trial(False, enough())}
    return {} if even_so else step()


def may_open_later(trials: Trials) -> bool:
    """Whether keeping what was refused can be of use: not where the way is closed whatever the hour."""
    refused = [one for one in trials.values() if not one.well]
    return bool(refused) and not any(one.closed for one in refused)


def enough() -> str:
    """Asks her to wait."""
    said = _("That was %(n)s tries in %(minutes)s minutes. After a few minutes more can be tried.")
    return said % {"n": pacing.MOST, "minutes": pacing.STRETCH.seconds // 60}


def tried(mailbox: Mailbox, fetching: Server, sending: Server, password: str = "") -> Trials:
    """Both ways; where nothing is kept that would open it, that is what came of it."""
    try:
        proof = Proof("password", password) if password else proof_of(mailbox, clock.now())
    except Locked as why:
        return {"fetching": Trial(False, why.sentence)}
    return try_both(fetching, sending, proof, mailbox.address, now=clock.now)
