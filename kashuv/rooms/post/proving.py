"""Proving who we are: what a mailbox's servers are shown at the door, or in plain words why we have nothing to show."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from kashuv.foundation.sealing import Unsealable
from kashuv.rooms.post import mailboxes, renewing
from kashuv.rooms.post.channels.entering import Proof
from kashuv.rooms.post.channels.troubles import Cut, Trouble
from kashuv.rooms.post.models import Mailbox


class Locked(Exception):
    """There is nothing that would open the mailbox; the message says in one sentence what to do.

    `passing` says that it may well open a little later, without anybody doing anything.
    """

    def __init__(self, words: str, *, passing: bool = False) -> None:
        super().__init__(words)
        self.passing = passing


def proof_of(mailbox: Mailbox, at: datetime) -> Proof:
    """What opens the mailbox at this moment; an access token is renewed before it runs out. Raises Locked."""
    try:
        if mailbox.proof != Mailbox.Proof.PASSWORD:
            return Proof("token", renewing.token_of(mailbox, at))
        said = mailboxes.secret_of(mailbox)
    except Unsealable:
        raise Locked(
            _("The secret of this mailbox can't be read with the key of this installation; enter it anew.")
        ) from None
    except Trouble as why:
        raise Locked(str(why), passing=isinstance(why, Cut)) from why
    if not said.get("password"):
        raise Locked(_("There is no password for this mailbox; enter it anew."))
    return Proof("password", said["password"])
