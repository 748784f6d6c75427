"""Trying a mailbox that stands: with a new password, or with what is kept."""

from __future__ import annotations

from collections.abc import Mapping

from kashuv.foundation import clock
from kashuv.rooms.post.channels.entering import Proof, Server
from kashuv.rooms.post.channels.trying import Trial, try_both
from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.post.proving import Locked, proof_of


def tried(mailbox: Mailbox, fetching: Server, sending: Server, password: str = "") -> Mapping[str, Trial]:
    """Both ways; where nothing is kept that would open it, that is what came of it."""
    try:
        proof = Proof("password", password) if password else proof_of(mailbox, clock.now())
    except Locked as why:
        return {"fetching": Trial(False, str(why))}
    return try_both(fetching, sending, proof, mailbox.address, now=clock.now)
