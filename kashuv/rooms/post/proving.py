"""Proving who we are: what a mailbox's servers are shown at the door, or in plain words why we have nothing to show."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_noop as _

from kashuv.foundation.sealing import Unsealable
from kashuv.foundation.sentences import Sentence
from kashuv.rooms.post import mailboxes, renewing
from kashuv.rooms.post.channels.entering import Proof
from kashuv.rooms.post.channels.troubles import Cut, Trouble
from kashuv.rooms.post.models import Mailbox


class Locked(Exception):
    """There is nothing that would open the mailbox; `sentence` says what to do.

    `passing` says that it may well open a little later, without anybody doing anything.
    """

    def __init__(self, sentence: Sentence, *, passing: bool = False) -> None:
        super().__init__(sentence.words)
        self.sentence, self.passing = sentence, passing

    def __str__(self) -> str:
        return str(self.sentence)


def proof_of(mailbox: Mailbox, at: datetime) -> Proof:
    """What opens the mailbox at this moment; an access token is renewed before it runs out. Raises Locked."""
    try:
        if mailbox.proof != Mailbox.Proof.PASSWORD:
            return Proof("token", renewing.token_of(mailbox, at))
        secret = mailboxes.secret_of(mailbox)
    except Unsealable:
        said = _("The secret of this mailbox can't be read with the key of this installation; enter it anew.")
        raise Locked(Sentence(said)) from None
    except Trouble as why:
        raise Locked(why.sentence, passing=isinstance(why, Cut)) from why
    if not secret.get("password"):
        raise Locked(Sentence(_("There is no password for this mailbox; enter it anew.")))
    return Proof("password", secret["password"])
