"""Renewing: the token that opens a mailbox is renewed before it runs out, by one worker at a time.

Some providers take a refresh token back as soon as it was used, so that two who use it at once would lose the mailbox.
Whoever renews therefore takes a turn that runs out by itself; the others wait for what she gets. The network is asked
outside of any transaction, and what came is written only over what it was renewed from.
"""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from kashuv.foundation.sealing import Unsealable
from kashuv.rooms.post import mailboxes
from kashuv.rooms.post.channels import oauth
from kashuv.rooms.post.channels.oauth import Tokens
from kashuv.rooms.post.channels.troubles import Trouble
from kashuv.rooms.post.models import Mailbox

MARGIN = timedelta(minutes=3)  # before its end in which a token is renewed already
TURN = timedelta(seconds=60)  # longer than a provider is waited for
WAIT = 20.0  # seconds for another's turn
PAUSE = 0.2


def token_of(mailbox: Mailbox, at: datetime) -> str:
    """An access token that still lasts. Raises Trouble, or Unsealable."""
    tokens = _tokens(mailbox)
    if tokens.until > at + MARGIN:
        return tokens.access
    deadline = time.monotonic() + WAIT
    while time.monotonic() < deadline:
        mailbox.refresh_from_db(fields=["secret", "active"], from_queryset=_row(mailbox))
        tokens = _tokens(mailbox)
        if tokens.until > at + MARGIN:
            return tokens.access
        if _take_turn(mailbox, at):
            return _renewed(mailbox, tokens, at)
        time.sleep(PAUSE)
    raise oauth.busy(mailbox.proof)


def _tokens(mailbox: Mailbox) -> Tokens:
    try:
        return Tokens.of(mailboxes.secret_of(mailbox))
    except (KeyError, ValueError):
        raise Unsealable("There are no tokens for this mailbox.") from None


def _renewed(mailbox: Mailbox, tokens: Tokens, at: datetime) -> str:
    """The next token, kept. Of what somebody has set meanwhile (another sign-in, the end), nothing is overwritten."""
    sign_in = oauth.sign_in(mailbox.proof)
    try:
        if sign_in is None:
            raise oauth.unknown_here(mailbox.proof)
        new = oauth.renew(sign_in, tokens.refresh, at=at)
    except Trouble:
        _row(mailbox).filter(secret=mailbox.secret).update(renewing_until=None)
        raise
    sealed = mailboxes.sealed(mailbox.workspace_id, mailbox.id, new.secret())
    if _row(mailbox).filter(secret=mailbox.secret).update(secret=sealed, renewing_until=None):
        mailbox.secret = sealed
    return new.access


def _take_turn(mailbox: Mailbox, at: datetime) -> bool:
    free = Q(renewing_until__isnull=True) | Q(renewing_until__lt=at)
    same = _row(mailbox).filter(free, secret=mailbox.secret)
    return bool(same.update(renewing_until=at + TURN))


def _row(mailbox: Mailbox) -> QuerySet[Mailbox]:
    return Mailbox.objects.within(mailbox.workspace_id).filter(pk=mailbox.pk)
