"""Gateways: opens one, knows it again by its hook, says what is wrong with it, closes it; keeps its secret sealed.

The token in the address of its hook is looked up by its fingerprint alone. It lies, sealed, beside the provider's own
keys too, since a message that leaves tells the provider where its fate is wished to be heard.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from kashuv.foundation import secrets
from kashuv.foundation.journal import writing as journal
from kashuv.foundation.keys import uuid7
from kashuv.foundation.sealing import seal, unseal
from kashuv.rooms.post.models import Gateway
from kashuv.rooms.team.models import Member, Workspace


class Taken(Exception):
    """There is a gateway of that number already."""


@transaction.atomic
def open_at(
    workspace: Workspace,
    channel: str,
    number: str,
    *,
    provider: str,
    secret: Mapping[str, str],
    by: Member,
    at: datetime,
    options: Mapping[str, Any] | None = None,
) -> tuple[Gateway, str]:
    """A gateway and the token of its hook, which nobody can ask for again. One that was closed opens anew. Raises Taken."""
    here = Gateway.objects.within(workspace.id).filter(channel=channel, number=number)
    before = here.select_for_update(of=("self",)).first()
    if before is not None and before.active:
        raise Taken
    gateway = before or Gateway(
        id=uuid7(), workspace_id=workspace.id, channel=channel, number=number, made_at=at
    )
    gateway.provider, gateway.options = provider, dict(options or {})
    gateway.active, gateway.trouble = True, ""
    token = _arm(gateway, secret)
    gateway.save()
    _tell(gateway, "gateway.opened", by, at)
    return gateway, token


@transaction.atomic
def renew_hook(gateway: Gateway, *, by: Member, at: datetime) -> str:
    """Another token; the old address is dead from now on."""
    token = _arm(gateway, {name: words for name, words in secret_of(gateway).items() if name != "hook"})
    _row(gateway).update(secret=gateway.secret, fingerprint=gateway.fingerprint)
    _tell(gateway, "gateway.renewed", by, at)
    return token


@transaction.atomic
def close(gateway: Gateway, *, by: Member, at: datetime) -> bool:
    """Nothing leaves by it and nothing is heard from it any more; its keys are forgotten."""
    if not _row(gateway).filter(active=True).update(active=False, secret=b"", fingerprint=uuid7().hex):
        return False
    gateway.active, gateway.secret = False, b""
    _tell(gateway, "gateway.closed", by, at)
    return True


def complain(gateway: Gateway, words: str) -> None:
    """Says what is wrong with it; empty words say that all is well."""
    if gateway.trouble != words[:500]:
        _row(gateway).update(trouble=words[:500])
        gateway.trouble = words[:500]


def behind(channel: str, token: str) -> Gateway | None:
    """The gateway whose hook this is; None tells nothing about why."""
    workspace, _, secret = token.partition("-")
    try:
        home = uuid.UUID(workspace)
    except ValueError:
        return None
    known = Gateway.objects.within(home).filter(fingerprint=secrets.fingerprint(secret), active=True)
    return known.filter(channel=channel).first()


def chosen(workspace_id: uuid.UUID, channel: str, wished: Gateway | None) -> Gateway | None:
    """The one that was wished for while it is open, else the oldest open one of that channel."""
    if wished is not None and wished.active:
        return wished
    here = Gateway.objects.within(workspace_id).filter(channel=channel, active=True)
    return here.order_by("made_at", "id").first()


def secret_of(gateway: Gateway) -> dict[str, str]:
    """The provider's keys and the hook's token. Raises Unsealable."""
    plain = unseal(bytes(gateway.secret), workspace_id=gateway.workspace_id, row=gateway.id, field="secret")
    said: dict[str, str] = json.loads(plain)
    return said


def hook_of(gateway: Gateway, token: str) -> str:
    """The whole address of its hook; empty where the installation does not know its own."""
    return f"{settings.BASE_URL}/hooks/{gateway.channel}/{token}" if settings.BASE_URL else ""


def _arm(gateway: Gateway, secret: Mapping[str, str]) -> str:
    """A new token for its hook, sealed together with the provider's keys."""
    bare = secrets.mint()
    token = f"{gateway.workspace_id.hex}-{bare}"
    said = json.dumps({**secret, "hook": token}).encode()
    gateway.secret = seal(said, workspace_id=gateway.workspace_id, row=gateway.id, field="secret")
    gateway.fingerprint = secrets.fingerprint(bare)
    return token


def _row(gateway: Gateway) -> Any:
    return Gateway.objects.within(gateway.workspace_id).filter(pk=gateway.pk)


def _tell(gateway: Gateway, verb: str, by: Member, at: datetime) -> None:
    journal.write(journal.line(gateway.workspace_id, verb, gateway.id, at=at, by=by.id))
