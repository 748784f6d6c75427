"""Settling: what has gone out stands where everything that was said stands, once, and begins to count.

The very bytes that left go down the road of what comes in, as a letter of ours; if the copy that the provider keeps was
collected before, that one stands for it. What the writer took on by sending it stands in the ledger.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kashuv.flows.arrived import Contact, MailArrived, SaidElsewhere
from kashuv.flows.incoming import pack, take_in
from kashuv.flows.outgoing import vowing
from kashuv.flows.outgoing.placing import place
from kashuv.foundation import clock
from kashuv.language import read
from kashuv.language.mime import open_letter
from kashuv.rooms.clients import register
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft, Entry
from kashuv.rooms.post import parcels
from kashuv.rooms.post.models import Dispatch, Letter
from kashuv.rooms.post.parcels import Packed
from kashuv.rooms.post.rules.identity import of_letter
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member, Workspace


def settle(dispatch: Dispatch, at: datetime) -> Entry | None:
    """Tells what went on the timeline, ends its draft and notes its vows; once, however often it is asked. None if
    there is nothing (more) to settle. What went is opened, read and packed before the transaction."""
    is_mail = dispatch.channel == Dispatch.Channel.MAIL
    mail = _opened(dispatch, at) if is_mail else None
    return _settle(dispatch, mail, pack([mail]) if mail else {}, at)


@transaction.atomic
def _settle(dispatch: Dispatch, mail: MailArrived | None, packed: Packed, at: datetime) -> Entry | None:
    here = Dispatch.objects.within(dispatch.workspace_id).filter(pk=dispatch.pk)
    fresh = here.select_for_update(of=("self",)).select_related("by", "parcel").get()
    if fresh.state != Dispatch.State.SENT or _is_told(fresh):
        return None
    draft = Draft.objects.within(fresh.workspace_id).filter(pk=fresh.source).first()
    entry = _told_as_letter(fresh, mail, packed, at) if mail else _told_as_talk(fresh, draft, at)
    _is_by(entry, fresh.by)
    if draft is not None:
        _end(draft, entry, fresh, at)
    here.update(letter_id=entry.letter_id)
    dispatch.letter_id = entry.letter_id
    return entry


def _is_told(dispatch: Dispatch) -> bool:
    """A sending again of what has gone in part is told already."""
    if dispatch.channel != Dispatch.Channel.MAIL:
        return Entry.objects.within(dispatch.workspace_id).filter(identity=_name(dispatch)).exists()
    if dispatch.letter_id:
        return True
    of_source = Dispatch.objects.within(dispatch.workspace_id).filter(source=dispatch.source)
    return of_source.filter(message_id=dispatch.message_id, letter__isnull=False).exists()


def _opened(dispatch: Dispatch, at: datetime) -> MailArrived:
    workspace = Workspace.objects.get(pk=dispatch.workspace_id)
    raw = parcels.open(dispatch.parcel)
    opened = open_letter(raw)
    reading = read(opened.text, reference=clock.local(opened.date or at, workspace.zone), direction="out")
    return MailArrived(raw, opened, reading)


def _told_as_letter(dispatch: Dispatch, mail: MailArrived, packed: Packed, at: datetime) -> Entry:
    workspace = Workspace.objects.get(pk=dispatch.workspace_id)
    register.own(workspace, [dispatch.sender], at=at)
    entries = Entry.objects.within(workspace.id).select_related("client", "person")
    if (copy := _collected(dispatch)) is not None:
        return entries.get(letter_id=copy.id)
    take_in(workspace, [mail], shipment=None, by=dispatch.by, at=at, packed=packed)
    return entries.get(identity=f"mail:{of_letter(mail.raw, mail.opened).hex()}")


def _collected(dispatch: Dispatch) -> Letter | None:
    """The copy that came by way of the mailbox; a provider may have written it anew, but it kept the Message-ID."""
    named = Letter.objects.within(dispatch.workspace_id).filter(message_id=dispatch.message_id)
    return next((one for one in named if one.envelope.get("from", ["", ""])[1] == dispatch.sender), None)


def _name(dispatch: Dispatch) -> str:
    return f"dispatch:{dispatch.source}"


def _told_as_talk(dispatch: Dispatch, draft: Draft | None, at: datetime) -> Entry:
    workspace = Workspace.objects.get(pk=dispatch.workspace_id)
    when = dispatch.ended_at or at
    text = parcels.open(dispatch.parcel).decode("utf-8", "replace")
    name = draft.to[0][0] if draft is not None and draft.to else ""
    said = SaidElsewhere(
        identity=_name(dispatch),
        kind=dispatch.channel,  # type: ignore[arg-type]  # the channels are named as the kinds
        direction="out",
        at=when,
        who=(Contact(name, phones=tuple(dispatch.recipients)),),
        text=text,
        reading=read(text, reference=clock.local(when, workspace.zone), direction="out"),
    )
    take_in(workspace, [said], shipment=None, by=dispatch.by, at=at)
    entries = Entry.objects.within(workspace.id).select_related("client", "person")
    return entries.get(identity=_name(dispatch))


def _is_by(entry: Entry, member: Member) -> None:
    """From a mailbox of the team, the one who pressed the key is the one who wrote, and who promised."""
    if entry.member_id != member.id:
        Entry.objects.within(entry.workspace_id).filter(pk=entry.pk).update(member=member)
        Promise.objects.within(entry.workspace_id).filter(entry_id=entry.pk).update(member=member)
        entry.member = member


def _end(draft: Draft, entry: Entry, dispatch: Dispatch, at: datetime) -> None:
    """The draft has been said, even if it was put aside while nobody knew; what it vowed is owed."""
    unsaid, said = (Draft.State.LEAVING, Draft.State.DROPPED), {"state": Draft.State.SENT, "ended_at": at}
    if drafts.turn(draft, unsaid, "draft.sent", by=dispatch.by, at=at, **said):
        place(entry, draft, at)
        vowing.take_on(draft, entry, by=dispatch.by, at=at)
