"""Carriers: by which way each channel's messages leave; a channel that none serves here says so."""

from __future__ import annotations

from collections.abc import Mapping

from kashuv.foundation import sentences
from kashuv.rooms.post import mailboxes
from kashuv.rooms.post.carriage import Carrier, Clock, Leaving, Outcome, Step
from kashuv.rooms.post.channels import smtp
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.models import Dispatch
from kashuv.rooms.post.phoning import by_phone
from kashuv.rooms.post.proving import Locked, proof_of


def by_mail(dispatch: Dispatch, raw: bytes, *, leaving: Leaving, now: Clock) -> Outcome:
    """Through the mailbox's own server. A mailbox that can't be opened fails at once, and says so at the mailbox too."""
    mailbox = dispatch.mailbox
    if mailbox is None or not mailbox.active or not mailbox.sending:
        return Outcome("refused", (Step(now(), "mailbox", "[closed]"),))
    try:
        proof = proof_of(mailbox, now())
    except Locked as why:
        mailboxes.complain(mailbox, why.sentence, at=now())
        said = sentences.kept(why.sentence)
        return Outcome("deferred" if why.passing else "refused", (Step(now(), "mailbox", said),))
    envelope = smtp.Envelope(dispatch.sender, tuple(dispatch.recipients))
    outcome = smtp.carry(Server.of(mailbox.sending), proof, envelope, raw, leaving=leaving, now=now)
    if outcome.fate == "refused" and outcome.steps[-1].name == "login":
        mailboxes.complain(mailbox, outcome.steps[-1].said[:500], at=now())
    return outcome


CARRIERS: Mapping[str, Carrier] = {
    Dispatch.Channel.MAIL: by_mail,
    Dispatch.Channel.SMS: by_phone,
    Dispatch.Channel.WHATSAPP: by_phone,
}


def carrier_of(dispatch: Dispatch) -> Carrier:
    """By its channel."""
    return CARRIERS.get(dispatch.channel, _by_nobody)


def _by_nobody(dispatch: Dispatch, raw: bytes, *, leaving: Leaving, now: Clock) -> Outcome:
    return Outcome("refused", (Step(now(), "mailbox", "[no carrier]"),))
