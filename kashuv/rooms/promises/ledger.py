"""The ledger: note, accept, dismiss, keep, move, release, reopen; every word given, and what became of it.

Each verb changes only a promise that stands where the verb expects it, so that a second press changes nothing.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

from django.db import transaction

from kashuv.foundation.folding import fold
from kashuv.foundation.journal import writing as journal
from kashuv.foundation.keys import uuid7
from kashuv.foundation.search import index
from kashuv.foundation.search.lines import SaidLine
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.promises import rereading
from kashuv.rooms.promises.models import Move, Promise
from kashuv.rooms.promises.note import Note, Side
from kashuv.rooms.promises.rules import identity
from kashuv.rooms.promises.rules.sameness import GIVEN_NEAR, likeness
from kashuv.rooms.team.models import Member

State = Promise.State
UNENDED = (State.PROPOSED, State.OPEN)
CHUNK = 500


@transaction.atomic
def note_all(workspace_id: uuid.UUID, notes: Sequence[Note]) -> int:
    """Proposes what was read; what stands already stays as a person left it. Gives the number of new ones."""
    fresh = [_proposal(workspace_id, note) for note in rereading.unknown(workspace_id, notes)]
    _write(fresh, "promise.proposed", by=None, at=None)
    return len(fresh)


def _proposal(workspace_id: uuid.UUID, note: Note) -> Promise:
    return Promise(
        workspace_id=workspace_id,
        client_id=note.client_id,
        person_id=note.person_id,
        member_id=note.member_id,
        entry_id=note.entry_id,
        side=note.side,
        words=note.words[:500],
        quote=note.quote,
        identity=note.identity,
        state=State.PROPOSED,
        certainty=note.certainty,
        given_at=note.given_at,
        due_at=note.due_at,
        first_due_at=note.due_at,
        shipment_id=note.shipment_id,
    )


@transaction.atomic
def note(
    client: Client,
    words: str,
    *,
    side: Side,
    due_at: datetime | None,
    by: Member | None,
    at: datetime,
    entry: Entry | None = None,
    person: Person | None = None,
    state: str = State.OPEN,
) -> Promise:
    """Writes a promise down by hand, given at `at`; it stands at once unless `state` says otherwise.

    If the same word was read out of a letter already, that proposal is confirmed with what the hand says of it.
    """
    if state == State.OPEN and (read := _read_before(client, words, side, due_at, at)) is not None:
        _turn(read, (State.PROPOSED,), "promise.noted", by, at, **_confirmed(read, words, due_at, by))
        make_findable([read])
        return read
    key = uuid7()
    promise = Promise(
        id=key,
        workspace_id=client.workspace_id,
        client=client,
        person=person,
        member=by,
        entry=entry,
        side=side,
        words=words[:500],
        quote=words,
        identity=identity.of_hand(key),
        state=state,
        given_at=at,
        due_at=due_at,
        first_due_at=due_at,
    )
    _write([promise], "promise.noted", by=by, at=at)
    return promise


def _read_before(
    client: Client, words: str, side: Side, due_at: datetime | None, at: datetime
) -> Promise | None:
    near = (at - GIVEN_NEAR, at + GIVEN_NEAR)
    proposals = (
        Promise.objects.of(client).proposed().filter(side=side, given_at__range=near).order_by("-certainty")
    )
    alike = [(likeness(words, due_at, one.words, one.due_at), one) for one in proposals]
    sure, best = max(alike, key=itemgetter(0), default=(0, None))
    return best if sure else None


def _confirmed(read: Promise, words: str, due_at: datetime | None, by: Member | None) -> dict[str, Any]:
    due = due_at or read.due_at
    return {
        "state": State.OPEN,
        "certainty": 1.0,
        "words": words[:500],
        "due_at": due,
        "first_due_at": due,
        "member_id": by.id if by else read.member_id,
    }


def _write(promises: list[Promise], verb: str, *, by: Member | None, at: datetime | None) -> None:
    """Rows, search lines and journal; `at` None means the moment when each was given."""
    if not promises:
        return
    Promise.objects.bulk_create(promises, batch_size=CHUNK)
    make_findable(promises)
    journal.write_all(_event(promise, verb, by, at or promise.given_at) for promise in promises)


def make_findable(promises: Iterable[Promise]) -> None:
    """Writes the search lines of these."""
    index.write(_lines(promises))


def _lines(promises: Iterable[Promise]) -> list[SaidLine]:
    return [
        SaidLine(
            workspace_id=promise.workspace_id,
            kind=SaidLine.Kind.PROMISE,
            ref=promise.id,
            client_id=promise.client_id,
            text=fold(
                promise.words if promise.words == promise.quote else f"{promise.words} {promise.quote}"
            ),
        )
        for promise in promises
    ]


def accept(promise: Promise, *, by: Member | None, at: datetime) -> bool:
    """A person says: yes, that was promised."""
    return _turn(promise, (State.PROPOSED,), "promise.accepted", by, at, state=State.OPEN, certainty=1.0)


def doubt(promise: Promise, *, by: Member | None, at: datetime) -> bool:
    """Undoes accept: what was read is only proposed again."""
    return _turn(promise, (State.OPEN,), "promise.doubted", by, at, state=State.PROPOSED)


def dismiss(promise: Promise, *, by: Member | None, at: datetime) -> bool:
    """A person says: that was no promise."""
    return _turn(promise, (State.PROPOSED,), "promise.dismissed", by, at, state=State.DISMISSED, ended_at=at)


def keep(promise: Promise, *, by: Member | None, at: datetime) -> bool:
    """The word was kept. Only a person or a deed says so; a client's "thanks" never comes here."""
    return _turn(promise, UNENDED, "promise.kept", by, at, state=State.KEPT, ended_at=at)


def release(promise: Promise, *, by: Member | None, at: datetime, reason: str = "") -> bool:
    """The one who was promised lets the other off; the reason stands in the journal."""
    why = {"reason": reason[:300]} if reason else {}
    return _turn(promise, UNENDED, "promise.released", by, at, why, state=State.RELEASED, ended_at=at)


def reopen(promise: Promise, *, by: Member | None, at: datetime) -> bool:
    """Undoes keep, release and dismiss; what was only read and dismissed becomes a proposal again."""
    back = State.PROPOSED if promise.state == State.DISMISSED else State.OPEN
    ended = (State.KEPT, State.RELEASED, State.DISMISSED)
    return _turn(promise, ended, "promise.reopened", by, at, state=back, ended_at=None)


@transaction.atomic
def move(
    promise: Promise, to: datetime, *, reason: str, told: bool, by: Member | None, at: datetime
) -> Move | None:
    """A new date for a word that still stands; the old one is kept beside it. None if it stands no more."""
    before = promise.due_at
    if not _turn(
        promise, UNENDED, "promise.moved", by, at, due_at=to, first_due_at=promise.first_due_at or to
    ):
        return None
    return Move.objects.create(
        workspace_id=promise.workspace_id,
        promise=promise,
        at=at,
        due_before=before,
        due_after=to,
        reason=reason[:300],
        told=told,
        by=by,
    )


@transaction.atomic
def move_back(moved: Move, *, by: Member | None, at: datetime) -> bool:
    """Undoes a move that nothing has followed."""
    promise = Promise.objects.within(moved.workspace_id).get(pk=moved.promise_id)
    if promise.due_at != moved.due_after:
        return False
    if not _turn(promise, UNENDED, "promise.moved_back", by, at, due_at=moved.due_before):
        return False
    Move.objects.within(moved.workspace_id).filter(pk=moved.pk).delete()
    return True


@transaction.atomic
def _turn(
    promise: Promise,
    expected: Sequence[str],
    verb: str,
    by: Member | None,
    at: datetime,
    detail: Mapping[str, Any] | None = None,
    /,
    **change: Any,
) -> bool:
    """Changes row and object if the row stands as expected; says whether it did."""
    here = Promise.objects.within(promise.workspace_id).filter(pk=promise.pk, state__in=expected)
    if not here.update(**change):
        return False
    for name, value in change.items():
        setattr(promise, name, value)
    journal.write(_event(promise, verb, by, at, **(detail or {})))
    return True


def _event(promise: Promise, verb: str, by: Member | None, at: datetime, **detail: Any) -> Any:
    who = by.id if by else None
    return journal.line(
        promise.workspace_id, verb, promise.id, at=at, by=who, client=promise.client_id, **detail
    )
