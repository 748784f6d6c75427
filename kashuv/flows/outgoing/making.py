"""Making: the very bytes of a draft as they will leave, and the way by which they go; long work that writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from kashuv.flows.outgoing.windows import free_until
from kashuv.rooms.conversations.models import Draft, Enclosure
from kashuv.rooms.post import composing, gateways, parcels
from kashuv.rooms.post.composing import Box, File, Parts, Unwritable
from kashuv.rooms.post.models import Gateway, Letter, Mailbox
from kashuv.rooms.team.models import Member, Workspace

SIGNED = "\n\n-- \n"  # RFC 3676, 4.3: what stands below is the signature


class Unsendable(Exception):
    """It can't be sent as it is; `what` is the text that is at fault.

    `why` is nobody, several, no_way, not_yours, address, empty, window, changed or dropped.
    """

    def __init__(self, why: str, what: str = "") -> None:
        super().__init__(f"{why}: {what}" if what else why)
        self.why, self.what = why, what


def made_of(
    draft: Draft, files: Sequence[Enclosure], *, by: Member, workspace: Workspace, leaving: datetime
) -> dict[str, Any]:
    """What the outbox is told of it; `raw` are the bytes. Raises Unsendable."""
    try:
        if draft.kind == Draft.Kind.MAIL:
            return _letter(draft, files, by, leaving.astimezone(workspace.zone))
        return _short_message(draft, leaving)
    except Unwritable as fault:
        raise Unsendable(fault.why, fault.what) from fault


def may_send(by: Member, mailbox: Mailbox | None) -> None:
    """Nobody sends in the name of a colleague's own mailbox. Raises Unsendable."""
    if mailbox is not None and not mailbox.is_for(by):
        raise Unsendable("not_yours", mailbox.member.name if mailbox.member else "")


def _letter(draft: Draft, files: Sequence[Enclosure], by: Member, date: datetime) -> dict[str, Any]:
    mailbox = draft.mailbox
    may_send(by, mailbox)
    if mailbox is None or not mailbox.active or not mailbox.sending:
        raise Unsendable("no_way")
    if not (draft.text.strip() or draft.subject.strip()):
        raise Unsendable("empty")
    answered = draft.answers.letter if draft.answers else None
    parts = Parts(
        sender=(mailbox.name, mailbox.address),
        to=_boxes(draft.to),
        cc=_boxes(draft.cc),
        bcc=_boxes(draft.bcc),
        subject=draft.subject,
        text=_signed(draft),
        message_id=composing.name_letter(mailbox.address),
        date=date,
        enclosures=tuple(File(one.name, one.media_type, parcels.open(one.parcel)) for one in files),
        **_answering(answered),
    )
    return {
        "mailbox": mailbox,
        "sender": composing.fit(mailbox.address),
        "recipients": parts.recipients,
        "message_id": parts.message_id,
        "raw": composing.compose(parts),
    }


def _short_message(draft: Draft, leaving: datetime) -> dict[str, Any]:
    """To a phone: the words alone, to one number."""
    gateway = gateways.chosen(draft.workspace_id, draft.kind, draft.gateway)
    if gateway is None:
        raise Unsendable("no_way")
    numbers = [address for _, address in _boxes(draft.to)]
    if not numbers:
        raise Unsendable("nobody")
    if len(numbers) > 1:
        raise Unsendable("several", numbers[1])
    if not draft.text.strip():
        raise Unsendable("empty")
    if not _may_be_written(gateway, numbers[0], leaving):
        raise Unsendable("window")
    return {
        "gateway": gateway,
        "sender": gateway.number,
        "recipients": numbers,
        "message_id": "",
        "raw": draft.text.encode("utf-8", "replace"),
    }


def _may_be_written(gateway: Gateway, number: str, at: datetime) -> bool:
    """WhatsApp takes our own words only for a while, and then an approved template."""
    if gateway.channel != Gateway.Channel.WHATSAPP or gateway.options.get("template"):
        return True
    until = free_until(gateway, number)
    return until is not None and at < until


def _boxes(said: list[list[str]]) -> tuple[Box, ...]:
    return tuple((name, address) for name, address in said if address.strip())


def _signed(draft: Draft) -> str:
    signature = draft.signature.strip()
    return draft.text.rstrip() + (SIGNED + signature if signature else "")


def _answering(letter: Letter | None) -> dict[str, Any]:
    """The thread that it continues, as RFC 5322 (3.6.4) tells it."""
    if letter is None or not letter.message_id:
        return {}
    before = [mark for mark in letter.references if mark != letter.message_id]
    return {"in_reply_to": letter.message_id, "references": (*before, letter.message_id)}
