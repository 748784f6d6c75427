"""Talks: calls, meetings, chats and memos, with whom they were held and the files that came with them."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256

from kashuv.flows.arrived import Contact, SaidElsewhere
from kashuv.flows.incoming.batch import Batch, Heard
from kashuv.rooms.clients.models import Person
from kashuv.rooms.conversations import threads, timeline
from kashuv.rooms.conversations.rules.weaving import Knot
from kashuv.rooms.conversations.timeline import File, Said
from kashuv.rooms.post import parcels
from kashuv.rooms.post.models import Parcel
from kashuv.rooms.post.rules.identity import of_bytes

LONGEST = 100  # of an entry's identity


def hear_talks(batch: Batch, talks: Sequence[SaidElsewhere]) -> list[Heard]:
    """What the new ones say; what is on the timeline already is only counted."""
    fresh = _fresh(batch, talks)
    batch.count(len(talks), len(fresh))
    if not fresh:
        return []
    met = batch.meet(batch.theirs(contact for talk in fresh.values() for contact in talk.who))
    people = {identity: _counterpart(talk, met) for identity, talk in fresh.items()}
    woven = _weave(batch, fresh, people)
    kept = parcels.keep(batch.workspace.id, (body for talk in fresh.values() for _, _, body in talk.files))
    return [
        Heard(_said(batch, identity, talk, people[identity], woven.get(talk.thread), kept), talk.reading)
        for identity, talk in fresh.items()
    ]


def _fresh(batch: Batch, talks: Sequence[SaidElsewhere]) -> dict[str, SaidElsewhere]:
    names = (name for talk in talks for name in (_short(talk.identity), *talk.formerly))
    here = timeline.known(batch.workspace.id, names)
    once: dict[str, SaidElsewhere] = {}
    for talk in talks:
        once.setdefault(_name(talk, here), talk)
    return {identity: talk for identity, talk in once.items() if identity not in here}


def _name(talk: SaidElsewhere, here: Mapping[str, datetime]) -> str:
    """What it is called here. Where its name stands for a meeting that passed at another moment, this is one more."""
    own = _short(talk.identity)
    if not talk.formerly:
        return own
    same = next((name for name in (own, *talk.formerly) if here.get(name) == talk.at), None)
    return same or (talk.formerly[0] if own in here else own)


def _short(identity: str) -> str:
    return identity if len(identity) <= LONGEST else f"sha:{sha256(identity.encode()).hexdigest()}"


def _counterpart(talk: SaidElsewhere, met: Mapping[Contact, Person]) -> Person | None:
    """The first who is a client's, else the first; we ourselves are nobody's counterpart."""
    people = [met[one] for one in talk.who if one in met and met[one].nature != Person.Nature.OURSELVES]
    return next((person for person in people if person.client_id), people[0] if people else None)


def _weave(
    batch: Batch, fresh: Mapping[str, SaidElsewhere], people: Mapping[str, Person | None]
) -> dict[str, uuid.UUID]:
    """The thread of each chat, by the mark that its source gave it."""
    heads: dict[str, Knot] = {}
    for identity, talk in fresh.items():
        person = people[identity]
        knot = Knot((f"chat:{talk.thread}"[:490],), talk.at, client=person.client_id if person else None)
        if talk.thread:
            heads.setdefault(talk.thread, knot)
    return dict(zip(heads, threads.weave(batch.workspace.id, list(heads.values())), strict=True))


def _said(
    batch: Batch,
    identity: str,
    talk: SaidElsewhere,
    person: Person | None,
    thread: uuid.UUID | None,
    kept: Mapping[bytes, Parcel],
) -> Said:
    return Said(
        identity=identity,
        kind=talk.kind,
        direction=talk.direction,
        at=talk.at,
        reading=talk.reading,
        subject=talk.subject,
        client_id=person.client_id if person else None,
        person_id=person.id if person else None,
        member_id=batch.member_id,
        thread_id=thread,
        shipment_id=batch.origin,
        files=tuple(
            File(name, kind, len(body), parcel_id=kept[of_bytes(body)].id) for name, kind, body in talk.files
        ),
    )
