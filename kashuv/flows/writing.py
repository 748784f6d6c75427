"""Writing: how a draft begins, to a client or in answer to something he said; nothing leaves by it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef

from kashuv.rooms.clients import register
from kashuv.rooms.clients.models import Address, Client, Person
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft, Enclosure, Entry
from kashuv.rooms.conversations.rules import replying
from kashuv.rooms.conversations.rules.replying import Addressed
from kashuv.rooms.post.models import Gateway, Letter, Mailbox
from kashuv.rooms.team.models import Member, Workspace

PHONE_KINDS = (Draft.Kind.SMS, Draft.Kind.WHATSAPP)


def write_to(
    client: Client | None, person: Person | None, *, kind: str, by: Member, at: datetime, text: str = ""
) -> Draft:
    """A draft to a person at a client, or to the first of them who may be written to.

    One that she has begun alike, and not touched since, is taken up again.
    """
    person = person or _first_person(client)
    if (begun := _untouched(client, person, kind, by, text)) is not None:
        return begun
    address = _address(person, Address.Kind.PHONE if kind in PHONE_KINDS else Address.Kind.MAIL)
    to = [[person.name, address]] if person and address else []
    return drafts.begin(
        client, person, by=by, at=at, kind=kind, addressed=Addressed(to), text=text, **_way(kind, by, ())
    )


def answer(entry: Entry, *, everybody: bool, by: Member, at: datetime, text: str = "") -> Draft:
    """A draft that answers an entry by the way it came: a letter to its people, a chat to its phone.

    One that she began to write in answer to it before is taken up again.
    """
    if not text and (begun := _begun(entry, by)) is not None:
        return begun
    if entry.kind in PHONE_KINDS:
        return _back_by_phone(entry, by, at, text)
    addressed = _addressed(entry, by, everybody=everybody)
    if not addressed.to and entry.person is not None:
        addressed = Addressed(_box(entry.person), addressed.cc, addressed.subject)
    return drafts.begin(
        entry.client, entry.person, by=by, at=at, answers=entry, addressed=addressed, text=text,
        **_way(Draft.Kind.MAIL, by, _reached(_envelope(entry))),
    )  # fmt: skip


def _untouched(
    client: Client | None, person: Person | None, kind: str, by: Member, text: str
) -> Draft | None:
    mine = Draft.objects.seen_by(by).filter(member_id=by.id, state=Draft.State.WRITING, answers__isnull=True)
    alike = mine.filter(client=client, person=person, kind=kind, text=text, origin=Draft.Origin.HAND)
    enclosed = Enclosure.objects.within(by.workspace_id).filter(draft_id=OuterRef("pk"))
    return (
        alike.filter(~Exists(enclosed), version=1).order_by("-saved_at").first()
    )  # a saving makes it the second


def person_of(client: Client, key: uuid.UUID) -> Person | None:
    """One of the client's people."""
    return Person.objects.of(client).filter(pk=key).first()


def _begun(entry: Entry, by: Member) -> Draft | None:
    mine = Draft.objects.seen_by(by).filter(member_id=by.id, answers_id=entry.id, state=Draft.State.WRITING)
    return mine.order_by("-saved_at").first()


def others_of(draft: Draft, *, by: Member) -> list[list[str]]:
    """Who else read the letter that a draft answers, and is not in the draft yet."""
    entry = draft.answers
    if entry is None or entry.letter_id is None:
        return []
    addressed = _addressed(entry, by, everybody=True)
    written = {address.strip().lower() for _, address in [*draft.to, *draft.cc, *draft.bcc]}
    return [box for box in [*addressed.to, *addressed.cc] if box[1] not in written]


def _addressed(entry: Entry, by: Member, *, everybody: bool) -> Addressed:
    workspace = Workspace.objects.get(pk=by.workspace_id)
    ours = {*register.our_addresses(workspace), *_mailboxes(by).values_list("address", flat=True)}
    incoming = entry.direction == Entry.Direction.IN
    return replying.reply(_envelope(entry), entry.subject, ours, everybody=everybody, incoming=incoming)


def _back_by_phone(entry: Entry, by: Member, at: datetime, text: str) -> Draft:
    number = _address(entry.person, Address.Kind.PHONE)
    to = [[entry.person.name, number]] if entry.person and number else []
    return drafts.begin(
        entry.client, entry.person, by=by, at=at, kind=entry.kind, answers=entry, addressed=Addressed(to), text=text,
        **_way(entry.kind, by, ()),
    )  # fmt: skip


def _envelope(entry: Entry) -> dict[str, Any]:
    if entry.letter_id is None:
        return {}
    here = Letter.objects.within(entry.workspace_id).filter(pk=entry.letter_id)
    return here.values_list("envelope", flat=True).first() or {}


def _reached(envelope: dict[str, Any]) -> list[str]:
    """The addresses to which a letter came."""
    return [address.lower() for name in ("to", "cc", "bcc") for _, address in envelope.get(name) or []]


def _way(kind: str, by: Member, reached: Iterable[str]) -> dict[str, Any]:
    """The mailbox, or the gateway, that a draft goes out by: the one that was written to, her own, the team's."""
    if kind in PHONE_KINDS:
        gateway = Gateway.objects.within(by.workspace_id).filter(channel=kind, active=True).first()
        return {"gateway_id": gateway.id if gateway else None}
    boxes = list(_mailboxes(by))
    mailbox = _fitting(boxes, set(reached), by)
    return {"mailbox_id": mailbox.id, "signature": mailbox.signature} if mailbox else {}


def _mailboxes(by: Member) -> Any:
    return Mailbox.objects.written_from_by(by).order_by("made_at", "id")


def _fitting(boxes: Sequence[Mailbox], reached: set[str], by: Member) -> Mailbox | None:
    written_to = [box for box in boxes if box.address in reached]
    own = [box for box in boxes if box.member_id == by.id]
    return next(iter([*written_to, *own, *boxes]), None)


def _first_person(client: Client | None) -> Person | None:
    """Whoever hears first, else whoever decides, else the one known longest; none who may not be written to."""
    if client is None:
        return None
    people = Person.objects.of(client).filter(merged_into__isnull=True, contact_allowed=True)
    return people.order_by("-hears_first", "-decides", "id").first()


def _address(person: Person | None, kind: str) -> str:
    if person is None:
        return ""
    his = Address.objects.within(person.workspace_id).filter(person_id=person.id, kind=kind)
    return his.order_by("id").values_list("typed", flat=True).first() or ""


def _box(person: Person) -> list[list[str]]:
    address = _address(person, Address.Kind.MAIL)
    return [[person.name, address]] if address else []
