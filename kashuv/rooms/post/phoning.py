"""Phoning: carries one short message to its gateway's provider."""

from __future__ import annotations

from datetime import datetime

from kashuv.foundation.sealing import Unsealable
from kashuv.rooms.clients.rules.numbers import international
from kashuv.rooms.post import gateways
from kashuv.rooms.post.carriage import Clock, Leaving, Outcome, Step
from kashuv.rooms.post.channels import https
from kashuv.rooms.post.channels.phones import Message, Template
from kashuv.rooms.post.channels.providers import PROVIDERS
from kashuv.rooms.post.models import Dispatch, Gateway

OUR_FAULT = ("key", "money", "sender")
"""What concerns every message by this gateway, until somebody looks at it."""


UNSEALABLE = "[unsealable]"


class Unfit(Exception):
    """It can't go at all: at which step, and why."""

    def __init__(self, step: str, said: str) -> None:
        super().__init__(said)
        self.step, self.said = step, said


def by_phone(
    dispatch: Dispatch, raw: bytes, *, leaving: Leaving, now: Clock, free_until: datetime | None = None
) -> Outcome:
    """Through the gateway's provider. `free_until` is when the other's last word lets us write in our own (WhatsApp)."""
    gateway = dispatch.gateway
    try:
        if gateway is None or not gateway.active or gateway.provider not in PROVIDERS:
            raise Unfit("gateway", "[closed]")
        provider, secret = PROVIDERS[gateway.provider], gateways.secret_of(gateway)
        message = _message(
            dispatch, gateway, raw.decode("utf-8", "replace"), secret["hook"], now(), free_until
        )
        if len(message.text) > provider.longest:
            raise Unfit("too_long", f"{len(message.text)} > {provider.longest}")
        asked = provider.ask(message, secret, str(gateway.options.get("base", "")))
    except Unfit as why:
        return Outcome("refused", (Step(now(), why.step, why.said),))
    except (Unsealable, KeyError):
        return Outcome("refused", (Step(now(), "key", UNSEALABLE),))
    outcome = https.carry(asked, provider.judge, leaving=leaving, now=now)
    last = outcome.steps[-1]
    if outcome.fate == "sent" or last.name in OUR_FAULT:
        gateways.complain(gateway, last.said if last.name in OUR_FAULT else "")
    return outcome


def try_out(gateway: Gateway) -> bool:
    """Whether the provider takes our keys, without a message; what it said stays with the gateway."""
    try:
        asked = PROVIDERS[gateway.provider].knock(
            gateways.secret_of(gateway), str(gateway.options.get("base", ""))
        )
    except (Unsealable, KeyError):
        gateways.complain(gateway, UNSEALABLE)
        return False
    status, said = https.knock(asked)
    gateways.complain(gateway, "" if status == 200 else f"HTTP {status} {said}" if status else said)
    return status == 200


def _message(
    dispatch: Dispatch, gateway: Gateway, text: str, token: str, at: datetime, free_until: datetime | None
) -> Message:
    number = international(dispatch.recipients[0]) if dispatch.recipients else ""
    if not number:
        raise Unfit("number", ", ".join(dispatch.recipients))
    return Message(
        sender=gateway.number,
        to=number,
        text=text,
        reference=str(dispatch.id),
        hook=gateways.hook_of(gateway, token),
        template=_template(gateway, at, free_until),
    )


def _template(gateway: Gateway, at: datetime, free_until: datetime | None) -> Template | None:
    """None where our own words may go; raises Unfit where neither they nor a template can."""
    if gateway.channel != Gateway.Channel.WHATSAPP or (free_until is not None and at < free_until):
        return None
    if not gateway.options.get("template"):
        raise Unfit("window", "[closed]")
    return Template(gateway.options["template"], gateway.options.get("language", "he"))
