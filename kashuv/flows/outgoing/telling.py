"""Telling: what was sent from one's own phone or mail program stands on the timeline as if it had left by us; or is untold."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kashuv.flows.arrived import Contact, SaidElsewhere
from kashuv.flows.capture import take_back
from kashuv.flows.incoming import take_in
from kashuv.flows.outgoing import vowing
from kashuv.flows.outgoing.making import Unsendable
from kashuv.flows.outgoing.placing import place
from kashuv.foundation import clock
from kashuv.language import read
from kashuv.rooms.calm import holding
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft, Entry
from kashuv.rooms.post import parcels
from kashuv.rooms.team.models import Member, Workspace

State = Draft.State


@transaction.atomic
def tell(draft: Draft, *, by: Member, at: datetime) -> Entry | None:
    """Ends the draft as said. None if it is not being written any more; raises Unsendable if it says nothing to nobody."""
    if not any(address.strip() for _, address in draft.to):
        raise Unsendable("nobody")
    if not draft.text.strip():
        raise Unsendable("empty")
    vows = vowing.as_it_leaves(draft, by.workspace, at)
    if not drafts.turn(
        draft, [State.WRITING], "draft.told", by=by, at=at, state=State.SENT, ended_at=at, vows=vows
    ):
        return None
    holding.let_go(draft, leave_at=at, by=by, at=at)
    take_in(by.workspace, [_said(draft, by.workspace, at)], shipment=None, by=by, at=at)
    entry = _entry(draft)
    Entry.objects.within(draft.workspace_id).filter(pk=entry.pk).update(member=by)
    place(entry, draft, at)
    _continue_thread(entry, draft)
    vowing.take_on(draft, entry, by=by, at=at)
    return entry


@transaction.atomic
def untell(draft: Draft, *, by: Member, at: datetime) -> bool:
    """It was not sent after all: what was told is taken back, and the draft can be written on."""
    told = Entry.objects.within(draft.workspace_id).filter(identity=_name(draft))
    back = {"state": State.WRITING, "ended_at": None}
    if not told.exists() or not drafts.turn(draft, [State.SENT], "draft.untold", by=by, at=at, **back):
        return False
    entry = _entry(draft)
    vowing.give_back(draft, entry, by=by, at=at)
    take_back(entry, by=by, at=at)
    return True


def _said(draft: Draft, workspace: Workspace, at: datetime) -> SaidElsewhere:
    return SaidElsewhere(
        identity=_name(draft),
        kind=draft.kind,  # type: ignore[arg-type]  # the kinds of drafts are those of entries
        direction="out",
        at=at,
        who=_whom(draft),
        text=draft.text,
        subject=draft.subject,
        files=tuple((one.name, one.media_type, parcels.open(one.parcel)) for one in drafts.enclosed(draft)),
        reading=read(draft.text, reference=clock.local(at, workspace.zone), direction="out"),
    )


def _whom(draft: Draft) -> tuple[Contact, ...]:
    """All who read a letter; a message to a phone goes to one number."""
    to = [(name, address.strip()) for name, address in (*draft.to, *draft.cc, *draft.bcc) if address.strip()]
    if draft.kind == Draft.Kind.MAIL:
        return tuple(Contact(name, mails=(address,)) for name, address in to)
    return (Contact(to[0][0], phones=(to[0][1],)),)


def _name(draft: Draft) -> str:
    return f"told:{draft.pk}"


def _continue_thread(entry: Entry, draft: Draft) -> None:
    """A letter stands beside the one that it answers."""
    if draft.kind == Draft.Kind.MAIL and draft.answers is not None and draft.answers.thread_id is not None:
        thread = draft.answers.thread_id
        Entry.objects.within(entry.workspace_id).filter(pk=entry.pk).update(thread_id=thread)


def _entry(draft: Draft) -> Entry:
    entries = Entry.objects.within(draft.workspace_id).select_related("client", "person")
    return entries.get(identity=_name(draft))
