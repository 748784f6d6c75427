"""What a message to a phone tells of itself while it is written: its parts, its window, the chat on one's own phone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from kashuv.flows import outgoing
from kashuv.rooms.clients.rules.numbers import international
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.post import gateways
from kashuv.rooms.post.channels.whatsapp import chat_link
from kashuv.rooms.post.models import Gateway
from kashuv.rooms.post.rules import sms
from kashuv.rooms.post.rules.sms import Size


@dataclass(frozen=True, slots=True)
class Phone:
    """`size` counts an SMS. A WhatsApp message may be in our own words until `free_until`; `template` is what goes after."""

    kind: str
    link: str
    size: Size | None
    gateway: Gateway | None
    free_until: datetime | None
    is_free: bool
    template: str


def phone_of(draft: Draft, now: datetime) -> Phone | None:
    """None for a letter, and for what is written no more."""
    if draft.kind == Draft.Kind.MAIL or draft.state != Draft.State.WRITING:
        return None
    number = international(draft.to[0][1]) if draft.to else ""
    whatsapp = draft.kind == Draft.Kind.WHATSAPP
    gateway = gateways.chosen(draft.workspace_id, draft.kind, draft.gateway)
    until = outgoing.free_until(gateway, number) if whatsapp and gateway else None
    return Phone(
        kind=draft.kind,
        link=_link(draft, number),
        size=None if whatsapp else sms.size(draft.text),
        gateway=gateway,
        free_until=until,
        is_free=until is not None and now < until,
        template=gateway.options.get("template", "") if gateway else "",
    )


def _link(draft: Draft, number: str) -> str:
    """Opens the chat on the phone with the words in it; empty where the number is none."""
    if not number:
        return ""
    if draft.kind == Draft.Kind.WHATSAPP:
        return chat_link(number, draft.text)
    return f"sms:{number}?body={quote(draft.text)}"
