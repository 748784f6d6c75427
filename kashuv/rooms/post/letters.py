"""Letters: takes each mail in once, whatever way and however often it comes, and finds it again."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from kashuv.foundation.journal import writing as journal
from kashuv.foundation.portions import portions
from kashuv.language.mime import Mailbox, OpenedLetter
from kashuv.rooms.post import parcels
from kashuv.rooms.post.models import Letter, Parcel, Shipment
from kashuv.rooms.post.parcels import Packed
from kashuv.rooms.post.rules import bounces
from kashuv.rooms.post.rules.identity import of_bytes, of_letter

CHUNK = 200
LONGEST_MARK = 490


@dataclass(frozen=True, slots=True)
class Delivery:
    """One mail as it was delivered: raw, opened, and the name by which a second delivery is known."""

    raw: bytes
    opened: OpenedLetter
    identity: bytes

    @classmethod
    def of(cls, raw: bytes, opened: OpenedLetter) -> Delivery:
        return cls(raw, opened, of_letter(raw, opened))


def fresh(workspace_id: uuid.UUID, deliveries: Sequence[Delivery]) -> list[Delivery]:
    """Those that are not here yet, each once."""
    once = {delivery.identity: delivery for delivery in reversed(deliveries)}
    here = known(workspace_id, list(once))
    return [delivery for identity, delivery in reversed(once.items()) if identity not in here]


def known(workspace_id: uuid.UUID, identities: Sequence[bytes]) -> set[bytes]:
    """Which of these letters are here."""
    here: set[bytes] = set()
    for some in portions(identities):
        rows = Letter.objects.within(workspace_id).filter(identity__in=some)
        here.update(bytes(identity) for identity in rows.values_list("identity", flat=True))
    return here


def keys_of(workspace_id: uuid.UUID, identities: Sequence[bytes]) -> dict[bytes, uuid.UUID]:
    """The letter of each identity that is here."""
    keys: dict[bytes, uuid.UUID] = {}
    for some in portions(identities):
        rows = Letter.objects.within(workspace_id).filter(identity__in=some)
        keys |= {bytes(identity): key for identity, key in rows.values_list("identity", "id")}
    return keys


def take(
    workspace_id: uuid.UUID,
    deliveries: Sequence[Delivery],
    *,
    shipment: Shipment | None,
    at: datetime,
    packed: Packed | None = None,
) -> list[Letter]:
    """A letter for each, in the same order; they must be fresh. `packed` is what parcels.pack gave of them before."""
    raws = {of_bytes(delivery.raw): delivery.raw for delivery in deliveries}
    before = {digest: packed[digest] for digest in raws if digest in packed} if packed else {}
    late = parcels.pack(raw for digest, raw in raws.items() if digest not in before)
    kept = parcels.keep_packed(workspace_id, {**before, **late})
    letters = [_letter(workspace_id, delivery, kept, shipment, at) for delivery in deliveries]
    Letter.objects.bulk_create(letters, batch_size=CHUNK)
    if letters:
        noun = shipment.id if shipment else letters[0].id
        journal.write(journal.line(workspace_id, "letters.taken", noun, at=at, count=len(letters)))
    return letters


def tie(workspace_id: uuid.UUID, *, passed_on: uuid.UUID, itself: uuid.UUID, at: datetime) -> None:
    """What one of us passed on is that letter, which from now on tells who did."""
    ours = Letter.objects.within(workspace_id)
    ours.filter(Q(pk=passed_on) | Q(same_as_id=passed_on)).update(same_as_id=itself)
    kept, by = ours.get(pk=itself), ours.get(pk=passed_on).envelope.get("forwarded")
    if by and "forwarded" not in kept.envelope:
        kept.envelope |= {"forwarded": by, "itself": True}
        ours.filter(pk=itself).update(envelope=kept.envelope)
    journal.write(journal.line(workspace_id, "letter.tied", passed_on, at=at, itself=str(itself)))


def _letter(
    workspace_id: uuid.UUID,
    delivery: Delivery,
    kept: dict[bytes, Parcel],
    shipment: Shipment | None,
    at: datetime,
) -> Letter:
    opened = delivery.opened
    return Letter(
        workspace_id=workspace_id,
        identity=delivery.identity,
        message_id=opened.message_id[:500],
        references=answered(delivery),
        envelope=_envelope(opened),
        nature=opened.kind,
        sent_at=opened.date,
        taken_at=at,
        parcel=kept[of_bytes(delivery.raw)],
        shipment=shipment,
    )


def answered(delivery: Delivery) -> list[str]:
    """The Message-IDs that a letter answers or, as a bounce, reports; the oldest first."""
    opened = delivery.opened
    marks = [*opened.references, *([opened.in_reply_to] if opened.in_reply_to else [])]
    if opened.kind == Letter.Nature.BOUNCE:
        marks += bounces.reported(delivery.raw, opened)
    return list(dict.fromkeys(mark[:LONGEST_MARK] for mark in marks if mark and mark != opened.message_id))


def _envelope(opened: OpenedLetter) -> dict[str, object]:
    envelope: dict[str, object] = {"subject": opened.subject, "from": list(opened.from_)}
    for name in ("to", "cc", "bcc", "reply_to"):
        boxes: tuple[Mailbox, ...] = getattr(opened, name)
        if boxes:
            envelope[name] = [list(box) for box in boxes]
    if opened.forwarded_by.address:
        envelope["forwarded"] = list(opened.forwarded_by)
    if opened.inside:
        envelope["inside"] = opened.inside
    if opened.because:
        envelope["because"] = opened.because
    return envelope
