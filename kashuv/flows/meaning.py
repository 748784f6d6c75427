"""What was said begins to count: findings beside the entry, promises into the ledger, warnings to care."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC

from kashuv.language.reading import Reading, ToneFound, Words
from kashuv.rooms.care import signs
from kashuv.rooms.care.signs import Raised
from kashuv.rooms.conversations import findings
from kashuv.rooms.conversations.models import Entry, Finding
from kashuv.rooms.conversations.rules import worth
from kashuv.rooms.conversations.rules.worth import Worth
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.promises.note import Note
from kashuv.rooms.promises.rules import until
from kashuv.rooms.team.models import Workspace

Read = tuple[Entry, Reading]


def weigh(workspace: Workspace, read: Sequence[Read]) -> int:
    """Notes what each entry means; gives the number of new promises."""
    findings.note_all(workspace.id, read)
    signs.raise_all(workspace.id, [sign for entry, reading in read for sign in _signs(entry, reading)])
    notes = [note for entry, reading in read for note in _notes(entry, reading, workspace)]
    return ledger.note_all(workspace.id, notes)


def count_late(workspace_id: uuid.UUID, entry_ids: Sequence[uuid.UUID]) -> int:
    """What was read while nobody knew whose words they were begins to count; gives the number of new promises."""
    waiting = [finding for finding in findings.waiting(workspace_id, entry_ids) if finding.entry.client_id]
    promised = [finding for finding in waiting if finding.kind == Finding.Kind.PROMISE]
    tones = [(finding, _tone(finding)) for finding in waiting if finding.kind == Finding.Kind.TONE]
    signs.raise_all(
        workspace_id, [sign for finding, reading in tones for sign in _signs(finding.entry, reading)]
    )
    if not promised:
        return 0
    firm = Workspace.objects.get(pk=workspace_id)
    new = ledger.note_all(
        workspace_id, [note_of(finding.entry, _worth(finding), firm) for finding in promised]
    )
    findings.hand_over(workspace_id, promised)
    return new


def unheard(withdrawn: Sequence[Promise]) -> list[tuple[Entry, Worth]]:
    """Promises that the ledger gave back, as they wait beside their entries again."""
    return [(promise.entry, _as_read(promise, promise.entry)) for promise in withdrawn if promise.entry]


def _as_read(promise: Promise, entry: Entry) -> Worth:
    start = max(entry.text.find(promise.quote), 0)
    end = start + len(promise.quote)
    return Worth("promise", promise.side, promise.quote, start, end, promise.due_at, promise.certainty)


def _tone(finding: Finding) -> Reading:
    """A finding of tone, as it was read."""
    words = Words(finding.start, finding.end, finding.words)
    tone = ToneFound(finding.what, words, finding.certainty)  # type: ignore[arg-type]  # it was written from one
    return Reading("other", "", tones=(tone,))


def _worth(finding: Finding) -> Worth:
    return Worth(
        finding.kind, finding.what, finding.words, finding.start, finding.end, finding.due, finding.certainty
    )


def _signs(entry: Entry, reading: Reading) -> list[Raised]:
    """Warnings stand in a client's words alone."""
    if entry.direction != Entry.Direction.IN or entry.client_id is None:
        return []
    return signs.in_reading(reading, client_id=entry.client_id, entry_id=entry.id, at=entry.at)


def _notes(entry: Entry, reading: Reading, firm: Workspace) -> Iterator[Note]:
    if entry.client_id is not None:
        for promise in worth.promises(reading, entry.direction):
            yield note_of(entry, promise, firm)


def note_of(entry: Entry, promise: Worth, firm: Workspace) -> Note:
    """A promise as the ledger hears of it. Ours hold until the firm's work ends; when theirs does is not ours to say."""
    assert entry.client_id is not None
    due = promise.due.astimezone(UTC) if promise.due else None
    return Note(
        client_id=entry.client_id,
        entry_id=entry.id,
        side="ours" if promise.what == "ours" else "theirs",
        words=promise.words,
        quote=promise.words,
        given_at=entry.at,
        due_at=until.end_of(due, firm, entry.at) if promise.what == "ours" else due,
        certainty=promise.certainty,
        person_id=entry.person_id,
        member_id=entry.member_id,
        shipment_id=entry.shipment_id,
    )
