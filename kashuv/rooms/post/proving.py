"""Proving who we are: what a mailbox's servers are shown at the door, or in plain words why we have nothing to show."""

from __future__ import annotations

from datetime import datetime

from kashuv.foundation.sealing import Unsealable
from kashuv.rooms.post import mailboxes
from kashuv.rooms.post.channels.entering import Proof
from kashuv.rooms.post.models import Mailbox

UNREADABLE = "The password of this mailbox can't be read with the key of this installation; enter it anew."
NOTHING = "There is no password for this mailbox; enter it anew."


class Locked(Exception):
    """There is nothing that would open the mailbox; the message says in one sentence what to do."""


def proof_of(mailbox: Mailbox, at: datetime) -> Proof:
    """What opens the mailbox at this moment. Raises Locked."""
    try:
        said = mailboxes.secret_of(mailbox)
    except Unsealable:
        raise Locked(UNREADABLE) from None
    if not said.get("password"):
        raise Locked(NOTHING)
    return Proof("password", said["password"])
