"""Mailboxes: opens one, changes how it is reached, says what is wrong with it, closes it; keeps its secret sealed."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from kashuv.foundation import sentences
from kashuv.foundation.journal import writing as journal
from kashuv.foundation.keys import uuid7
from kashuv.foundation.sealing import seal, unseal
from kashuv.foundation.sentences import Sentence
from kashuv.rooms.clients import register
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.team.models import Member, Workspace


class Taken(Exception):
    """The address is connected already, or it is somebody else's to connect again."""


@transaction.atomic
def open_at(
    workspace: Workspace,
    address: str,
    *,
    member: Member | None,
    fetching: Server,
    sending: Server,
    secret: Mapping[str, str],
    by: Member,
    at: datetime,
    **more: Any,
) -> Mailbox:
    """A new mailbox, one member's own or (None) the team's. `secret` is {"password": …} or the tokens."""
    key = uuid7()
    mailbox = Mailbox.objects.create(
        id=key,
        workspace_id=workspace.id,
        member=member,
        address=address.strip().lower(),
        fetching=fetching.said(),
        sending=sending.said(),
        secret=sealed(workspace.id, key, secret),
        made_at=at,
        **more,
    )
    register.own(workspace, [mailbox.address, mailbox.capture], at=at)
    _tell(mailbox, "mailbox.opened", by, at)
    return mailbox


def connect(
    workspace: Workspace, address: str, *, member: Member | None, by: Member, at: datetime, **told: Any
) -> Mailbox:
    """As `open_at`; a closed mailbox of that address is opened again, by its own member or whoever leads. Raises Taken."""
    found = Mailbox.objects.within(workspace.id).filter(address=address.strip().lower()).first()
    if found is None:
        try:
            return open_at(workspace, address, member=member, by=by, at=at, **told)
        except IntegrityError:  # somebody was quicker by a moment
            raise Taken from None
    if found.active or not (found.member_id == by.id or by.leads):
        raise Taken
    told |= {side: told[side].said() for side in ("fetching", "sending")}
    change(found, by=by, at=at, **{"proof": Mailbox.Proof.PASSWORD, **told, "member": member, "active": True})
    return found


@transaction.atomic
def change(mailbox: Mailbox, *, by: Member, at: datetime, **fields: Any) -> None:
    """Another server or secret; what was wrong is forgotten, since it may be right now."""
    if "secret" in fields:
        fields["secret"] = sealed(mailbox.workspace_id, mailbox.id, fields["secret"])
    fields |= {"trouble": "", "troubled_at": None, "renewing_until": None}
    Mailbox.objects.within(mailbox.workspace_id).filter(pk=mailbox.pk).update(**fields)
    for name, value in fields.items():
        setattr(mailbox, name, value)
    _tell(mailbox, "mailbox.changed", by, at)


@transaction.atomic
def describe(mailbox: Mailbox, *, by: Member, at: datetime, **fields: str) -> None:
    """Another name, signature, or address for copies; what is wrong with its servers stays as it is."""
    Mailbox.objects.within(mailbox.workspace_id).filter(pk=mailbox.pk).update(**fields)
    for name, value in fields.items():
        setattr(mailbox, name, value)
    _tell(mailbox, "mailbox.described", by, at)


@transaction.atomic
def close(mailbox: Mailbox, *, by: Member, at: datetime) -> None:
    """It is followed no more and its secret is forgotten; the letters stay."""
    here = Mailbox.objects.within(mailbox.workspace_id).filter(pk=mailbox.pk)
    here.update(active=False, secret=b"", trouble="", troubled_at=None, renewing_until=None)
    mailbox.active, mailbox.secret = False, b""
    _tell(mailbox, "mailbox.closed", by, at)


def takes_forwards(workspace_id: uuid.UUID) -> bool:
    """Whether there is an address to which letters are passed on."""
    return Mailbox.objects.within(workspace_id).exclude(capture="").exists()


def complain(mailbox: Mailbox, *said: Sentence | str, at: datetime) -> None:
    """Says what is wrong (to be read by `sentences.read`); since when stays as it was if it was wrong before."""
    words, since = sentences.kept(*said), mailbox.troubled_at or at
    here = Mailbox.objects.within(mailbox.workspace_id).filter(pk=mailbox.pk)
    here.update(trouble=words, troubled_at=since)
    mailbox.trouble, mailbox.troubled_at = words, since


def recover(mailbox: Mailbox, *, at: datetime) -> None:
    """It was looked at and all was well."""
    here = Mailbox.objects.within(mailbox.workspace_id).filter(pk=mailbox.pk)
    here.update(trouble="", troubled_at=None, looked_at=at)
    mailbox.trouble, mailbox.troubled_at, mailbox.looked_at = "", None, at


def secret_of(mailbox: Mailbox) -> dict[str, str]:
    """The password or the tokens. Raises Unsealable."""
    plain = unseal(bytes(mailbox.secret), workspace_id=mailbox.workspace_id, row=mailbox.id, field="secret")
    said: dict[str, str] = json.loads(plain)
    return said


def sealed(workspace_id: uuid.UUID, key: uuid.UUID, secret: Mapping[str, str]) -> bytes:
    """The secret as that mailbox keeps it."""
    return seal(json.dumps(secret).encode(), workspace_id=workspace_id, row=key, field="secret")


def _tell(mailbox: Mailbox, verb: str, by: Member, at: datetime) -> None:
    journal.write(journal.line(mailbox.workspace_id, verb, mailbox.id, at=at, by=by.id))
