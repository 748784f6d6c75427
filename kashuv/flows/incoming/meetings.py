"""Meetings to come follow their calendar: what was moved there is moved here, and what was called off was never contact.

What has passed stays as it was noted.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime

from kashuv.flows.arrived import EventArrived
from kashuv.flows.incoming.batch import Batch
from kashuv.flows.unsaying import is_decided, unsay
from kashuv.foundation.journal import writing as journal
from kashuv.rooms.conversations import timeline
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.conversations.rules import occurrences


def follow(batch: Batch, events: Sequence[EventArrived]) -> None:
    """Brings what lies ahead in step with what the calendar says of these events now."""
    ahead = _ahead(batch) if events else {}
    for event in events:
        for entry in [one for one in ahead.values() if occurrences.is_of(event.uid, one.identity, one.at)]:
            at = event.places.get(entry.identity, event.otherwise)
            if at is None and _is_gone(event, entry):
                _call_off(batch, ahead.pop(entry.id))
            elif at is not None and at != entry.at:
                _move(batch, event.uid, entry, at)


def _ahead(batch: Batch) -> dict[uuid.UUID, Entry]:
    rows = Entry.objects.within(batch.workspace.id).filter(
        kind=Entry.Kind.MEETING, at__gt=batch.at, identity__startswith=occurrences.KIND
    )
    return {entry.id: entry for entry in rows.only("id", "workspace_id", "client_id", "identity", "at")}


def _is_gone(event: EventArrived, entry: Entry) -> bool:
    unnamed = event.named_until is not None and entry.at <= event.named_until
    return entry.identity in event.gone or unnamed


def _move(batch: Batch, uid: str, entry: Entry, at: datetime) -> None:
    """What bears the name of its moment bears that of the new one, unless it stands there already."""
    name = entry.identity
    if name == occurrences.by_moment(uid, entry.at):
        name = occurrences.by_moment(uid, at)
        if timeline.known(batch.workspace.id, [name]):
            return _call_off(batch, entry)
    entry.at, entry.identity = at, name
    Entry.objects.within(batch.workspace.id).filter(pk=entry.id).update(at=at, identity=name)
    _tell(batch, entry, "meeting.moved")


def _call_off(batch: Batch, entry: Entry) -> None:
    """It goes; what somebody has decided on stays, as a memo of now, which is no contact."""
    if is_decided(entry):
        here = Entry.objects.within(batch.workspace.id).filter(pk=entry.id)
        here.update(kind=Entry.Kind.MEMO, at=batch.at)
    else:
        unsay(entry)
    _tell(batch, entry, "meeting.called_off")


def _tell(batch: Batch, entry: Entry, verb: str) -> None:
    batch.touch(entry.client_id)
    home, by = batch.workspace.id, batch.member_id
    journal.write(journal.line(home, verb, entry.id, at=batch.at, by=by, client=entry.client_id))
