"""Hearing: what a gateway's hook tells goes down the road of what comes in, and to the dispatches that it is about.

What it means is read before the transaction begins, but for a message in parts, which is whole only within it. A message
bears the gateway and the provider's own name for it, so that one which is told again changes nothing.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import translation

from kashuv.flows import piecing
from kashuv.flows.arrived import Contact, SaidElsewhere
from kashuv.flows.incoming import take_in
from kashuv.foundation import clock
from kashuv.foundation.folding import digits
from kashuv.language import read
from kashuv.rooms.post import gateways, receipts
from kashuv.rooms.post.channels.phones import Posted, Unsigned, Word
from kashuv.rooms.post.channels.providers import PROVIDERS
from kashuv.rooms.post.channels.whatsapp import Cloud
from kashuv.rooms.post.models import Gateway
from kashuv.rooms.team.models import Workspace

UNSIGNED = "[unsigned]"
LONGEST_NAME = 200


def listen(gateway: Gateway, posted: Posted) -> None:
    """Takes in all that was posted, in one transaction. Raises Unsigned, Unreadable or Unsealable."""
    workspace = Workspace.objects.get(pk=gateway.workspace_id)
    provider, secret = PROVIDERS[gateway.provider], gateways.secret_of(gateway)
    try:
        with translation.override(workspace.language):
            heard = provider.hear(posted, secret, gateway.number)
    except Unsigned:
        gateways.complain(gateway, UNSIGNED)
        raise
    said = [_said(gateway, workspace, word) for word in heard.words if word.part is None]
    with transaction.atomic():
        if gateway.trouble == UNSIGNED:
            gateways.complain(gateway, "")
        receipts.tie(gateway, heard.receipts, at=posted.at)
        parts = [(word, word.part) for word in heard.words if word.part]
        whole = [piecing.pieced(gateway, word, part, posted.at) for word, part in parts]
        said += [_said(gateway, workspace, word) for word in whole if word]
        if said:
            take_in(workspace, said, shipment=None, by=None, at=posted.at)


@transaction.atomic
def join_parts(workspace: Workspace, told: Mapping[str, Any], at: datetime) -> None:
    """The job by which a part waits: the others did not come in time, so what came is told."""
    gateway = Gateway.objects.within(workspace.id).get(pk=uuid.UUID(told["gateway"]))
    word = piecing.given_up(gateway, told["group"], at)
    if word is not None:
        take_in(workspace, [_said(gateway, workspace, word)], shipment=None, by=None, at=at)


def echo(gateway: Gateway, posted: Posted, token: str) -> str | None:
    """What a provider that makes sure of our address wants to hear; None where none does, or it is not the provider."""
    provider = PROVIDERS[gateway.provider]
    return provider.echo(posted, token) if isinstance(provider, Cloud) else None


def _said(gateway: Gateway, workspace: Workspace, word: Word) -> SaidElsewhere:
    """A sender that is no number (a bank's name, say) is known by what it calls itself."""
    number = (word.sender,) if digits(word.sender) else ()
    name = word.who[:LONGEST_NAME] or ("" if number else word.sender)
    return SaidElsewhere(
        identity=f"{gateway.id.hex}:{sha256(word.name.encode()).hexdigest()}",
        kind=gateway.channel,  # type: ignore[arg-type]  # the channels are named as the kinds
        direction="in",
        at=word.at,
        who=(Contact(name, phones=number),),
        text=word.text,
        reading=read(word.text, reference=clock.local(word.at, workspace.zone), direction="in"),
    )
