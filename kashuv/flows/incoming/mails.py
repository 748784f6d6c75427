"""Mails: each new letter is kept raw, its people are met, its thread is found, and it is heard."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kashuv.flows.arrived import Contact, MailArrived
from kashuv.flows.incoming import passed_on
from kashuv.flows.incoming.batch import Batch, Heard
from kashuv.flows.incoming.parties import Parties, kind_of, parties
from kashuv.flows.incoming.passed_on import First
from kashuv.language.mime import OpenedLetter
from kashuv.language.reading import Reading
from kashuv.rooms.clients import register
from kashuv.rooms.clients.learning import Lesson
from kashuv.rooms.clients.models import Person
from kashuv.rooms.clients.rules.phones import mobile_in
from kashuv.rooms.conversations import threads
from kashuv.rooms.conversations.rules import threading
from kashuv.rooms.conversations.rules.weaving import Knot
from kashuv.rooms.conversations.timeline import File, Said
from kashuv.rooms.post import homing, letters
from kashuv.rooms.post.letters import Delivery
from kashuv.rooms.post.models import Letter


@dataclass(frozen=True, slots=True)
class Mail:
    """A new letter with all that is known of it."""

    opened: OpenedLetter
    reading: Reading
    letter: Letter
    sides: Parties
    person: Person | None
    at: datetime

    @property
    def by_hand(self) -> bool:
        """Whether a human being wrote it."""
        return self.letter.nature == Letter.Nature.PERSON

    @property
    def client_id(self) -> uuid.UUID | None:
        """Whose timeline it stands on; what a machine sent stands on none."""
        human = self.person is not None and self.person.nature == Person.Nature.HUMAN
        return self.person.client_id if self.person and human and self.by_hand else None


def hear_mails(batch: Batch, mails: Sequence[MailArrived]) -> list[Heard]:
    """What the new ones say; a second delivery is only counted."""
    deliveries = [Delivery.of(mail.raw, mail.opened) for mail in mails]
    fresh = letters.fresh(batch.workspace.id, deliveries)
    batch.count(len(mails), len(fresh))
    if not fresh:
        return []
    readings = {delivery.identity: mail.reading for delivery, mail in zip(deliveries, mails, strict=True)}
    taken = _take(batch, fresh, readings)
    register.learn(batch.workspace.id, map(_lesson, taken), at=batch.at, origin=batch.origin)
    same = passed_on.pairs(batch, taken)
    woven = threads.weave(batch.workspace.id, [_knot(mail, same.get(mail.letter.id)) for mail in taken])
    heard = []
    for mail, thread in zip(taken, woven, strict=True):
        said, first = _said(batch, mail, thread), same.get(mail.letter.id)
        if first is None:
            heard.append(Heard(said, mail.reading, mail.by_hand))
        else:
            passed_on.tie(batch, mail, first, said)
            batch.count(0, -1)
    return heard


def _take(batch: Batch, fresh: Sequence[Delivery], readings: Mapping[bytes, Reading]) -> list[Mail]:
    sides = [parties(delivery.opened, batch.ours) for delivery in fresh]
    met = batch.meet((contact for side in sides for contact in side.others), _kinds(fresh))
    kept = letters.take(batch.workspace.id, fresh, shipment=batch.shipment, at=batch.at, packed=batch.packed)
    homing.tie(batch.workspace.id, list(zip(fresh, kept, strict=True)), at=batch.at)
    return [
        Mail(delivery.opened, readings[delivery.identity], letter, side, _counterpart(side, met), at)
        for delivery, letter, side, at in zip(fresh, kept, sides, _moments(batch, fresh), strict=True)
    ]


def _moments(batch: Batch, fresh: Sequence[Delivery]) -> Iterator[datetime]:
    """When each was written. One without a date is as old as its neighbour in the mailbox, not of today."""
    dated = next((delivery.opened.date for delivery in fresh if delivery.opened.date), batch.at)
    for delivery in fresh:
        dated = delivery.opened.date or dated
        yield min(dated, batch.at)  # a clock that runs ahead of ours is not believed


def _kinds(fresh: Sequence[Delivery]) -> dict[str, set[str]]:
    """Of what kinds each sender's letters are."""
    kinds: dict[str, set[str]] = {}
    for delivery in fresh:
        kinds.setdefault(delivery.opened.from_.address, set()).add(kind_of(delivery.opened))
    return kinds


def _counterpart(side: Parties, met: Mapping[Contact, Person]) -> Person | None:
    """The one on the other side: of our own letters, the first recipient who is a client's, else the first human."""
    people = [met[contact] for contact in side.others]
    if side.direction == "in":
        return people[0] if people else None
    human = [person for person in people if person.nature == Person.Nature.HUMAN]
    return next((person for person in human if person.client_id), next(iter(human or people), None))


def _lesson(mail: Mail) -> Lesson | None:
    """His letters end with his number; ours say whether he is addressed as a man or a woman."""
    if mail.person is None or not mail.by_hand or mail.person.nature != Person.Nature.HUMAN:
        return None
    if mail.sides.direction == "in":
        return Lesson(mail.person, phone=mobile_in(mail.reading.signature))
    alone = len(mail.sides.others) == 1 and mail.reading.address in ("him", "her")
    return Lesson(mail.person, form=mail.reading.address) if alone else None


def _knot(mail: Mail, first: First | None) -> Knot:
    """What says the same as a letter that was here first stands in its thread."""
    letter = mail.letter
    before = [first.mark] if first and first.mark else []
    addresses = [mail.sides.mine, *(address for contact in mail.sides.others for address in contact.mails)]
    return Knot(
        marks=threading.marks(
            letter.message_id or f"letter:{letter.identity.hex()}", [*before, *letter.references], addresses
        ),
        at=mail.at,
        subject=mail.opened.subject,
        person=mail.person.id if mail.person else None,
        client=mail.client_id,
    )


def _said(batch: Batch, mail: Mail, thread: uuid.UUID) -> Said:
    return Said(
        identity=f"mail:{mail.letter.identity.hex()}",
        kind="mail",
        direction=mail.sides.direction,
        at=mail.at,
        reading=mail.reading,
        subject=mail.opened.subject,
        html=bool(mail.opened.html),
        client_id=mail.client_id,
        person_id=mail.person.id if mail.person else None,
        member_id=batch.ours.get(mail.sides.mine) or batch.member_id,
        thread_id=thread,
        letter_id=mail.letter.id,
        shipment_id=batch.origin,
        files=tuple(
            File(file.name, file.media_type, file.size, file.path) for file in mail.opened.attachments
        ),
    )
