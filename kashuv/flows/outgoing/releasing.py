"""Releasing: a draft becomes the very bytes that will go out, and stands in the outbox with the undo window before it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from kashuv.flows.outgoing import vowing
from kashuv.flows.outgoing.windows import free_until
from kashuv.foundation.journal import writing as journal
from kashuv.rooms.calm import holding
from kashuv.rooms.conversations.models import Draft, Enclosure
from kashuv.rooms.post import composing, outbox, parcels
from kashuv.rooms.post.composing import Box, File, Parts, Unwritable
from kashuv.rooms.post.models import Dispatch, Gateway, Letter, Mailbox, Parcel
from kashuv.rooms.team.models import Member, Workspace

UNDO = timedelta(seconds=10)
SIGNED = "\n\n-- \n"  # RFC 3676, 4.3: what stands below is the signature


class Unsendable(Exception):
    """It can't be sent as it is; `what` is the text that is at fault.

    `why` is nobody, several, no_way, not_yours, address, empty, window, changed or dropped.
    """

    def __init__(self, why: str, what: str = "") -> None:
        super().__init__(f"{why}: {what}" if what else why)
        self.why, self.what = why, what


@transaction.atomic
def release(draft: Draft, *, by: Member, at: datetime, leave_at: datetime | None = None) -> Dispatch:
    """Sends the draft at `leave_at`, but never within the undo window. Raises Unsendable, also if somebody has saved
    another version than the one that was looked at.

    A second press gives the dispatch of the first.
    """
    here = Draft.objects.within(draft.workspace_id).filter(pk=draft.pk)
    seen = here.filter(state=Draft.State.WRITING, version=draft.version)
    if not seen.update(state=Draft.State.LEAVING):
        return _standing(here.get())
    whole = here.select_related("mailbox__member", "gateway", "answers__letter").get()
    workspace = Workspace.objects.get(pk=whole.workspace_id)
    leaving = max(leave_at or at, at + UNDO)
    try:
        mail = whole.kind == Draft.Kind.MAIL
        made = (
            _letter(whole, by, leaving.astimezone(workspace.zone)) if mail else _short_message(whole, leaving)
        )
    except Unwritable as fault:
        raise Unsendable(fault.why, fault.what) from fault
    dispatch = outbox.put(
        whole.workspace_id, by=by, channel=whole.kind, source=whole.id, leave_at=leaving, at=at, **made
    )
    here.update(dispatch=dispatch, vows=vowing.as_it_leaves(whole, workspace, leaving))
    holding.let_go(draft, leave_at=leaving, by=by, at=at)
    draft.state, draft.dispatch = Draft.State.LEAVING, dispatch
    journal.write(
        journal.line(whole.workspace_id, "draft.released", whole.id, at=at, by=by.id, client=whole.client_id)
    )
    return dispatch


def _standing(draft: Draft) -> Dispatch:
    """Where the draft went before."""
    if draft.state == Draft.State.WRITING:
        raise Unsendable("changed")
    sent = Dispatch.objects.within(draft.workspace_id).filter(source=draft.pk).order_by("-number").first()
    if sent is None or draft.state == Draft.State.DROPPED:
        raise Unsendable("dropped")
    return sent


def may_send(by: Member, mailbox: Mailbox | None) -> None:
    """Nobody sends in the name of a colleague's own mailbox. Raises Unsendable."""
    if mailbox is not None and not mailbox.is_for(by):
        raise Unsendable("not_yours", mailbox.member.name if mailbox.member else "")


def _letter(draft: Draft, by: Member, date: datetime) -> dict[str, Any]:
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
        enclosures=_files(draft),
        **_answering(answered),
    )
    return {
        "mailbox": mailbox,
        "sender": composing.fit(mailbox.address),
        "recipients": parts.recipients,
        "message_id": parts.message_id,
        "parcel": _kept(draft, composing.compose(parts)),
    }


def _short_message(draft: Draft, leaving: datetime) -> dict[str, Any]:
    """To a phone: the words alone, to one number."""
    gateway = draft.gateway
    if gateway is None or not gateway.active:
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
        "parcel": _kept(draft, draft.text.encode("utf-8", "replace")),
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


def _files(draft: Draft) -> tuple[File, ...]:
    rows = Enclosure.objects.within(draft.workspace_id).filter(draft_id=draft.pk).select_related("parcel")
    return tuple(File(row.name, row.media_type, parcels.open(row.parcel)) for row in rows.order_by("id"))


def _kept(draft: Draft, raw: bytes) -> Parcel:
    (parcel,) = parcels.keep(draft.workspace_id, [raw]).values()
    return parcel
