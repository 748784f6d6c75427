"""Findings: what was read out of an entry, proposed; a person accepts or dismisses, and may think again."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from django.db import transaction

from kashuv.foundation.journal import writing as journal
from kashuv.foundation.portions import portions
from kashuv.language.reading import Reading
from kashuv.rooms.conversations.models import Entry, Finding
from kashuv.rooms.conversations.rules import worth
from kashuv.rooms.conversations.rules.worth import Worth
from kashuv.rooms.team.models import Member

CHUNK = 300
State = Finding.State


def note_all(workspace_id: uuid.UUID, read: Iterable[tuple[Entry, Reading]]) -> int:
    """Proposes what is worth it in each entry; a promise to a stranger waits here until he is a client."""
    findings = [_finding(entry, one) for entry, reading in read for one in _worth(entry, reading)]
    Finding.objects.bulk_create(findings, batch_size=CHUNK)
    return len(findings)


def _worth(entry: Entry, reading: Reading) -> list[Worth]:
    found = worth.worth(reading, entry.direction)
    return found if entry.client_id else found + worth.promises(reading, entry.direction)


def _finding(entry: Entry, one: Worth) -> Finding:
    return Finding(
        workspace_id=entry.workspace_id,
        entry=entry,
        kind=one.kind,
        what=one.what,
        words=one.words,
        start=one.start,
        end=one.end,
        due=one.due.astimezone(UTC) if one.due else None,
        certainty=one.certainty,
    )


def waiting(workspace_id: uuid.UUID, entry_ids: Sequence[uuid.UUID]) -> list[Finding]:
    """Promises that wait for their client, and the tones of the same entries."""
    kinds = (Finding.Kind.PROMISE, Finding.Kind.TONE)
    found: list[Finding] = []
    for some in portions(entry_ids):
        rows = Finding.objects.within(workspace_id).filter(entry_id__in=some, kind__in=kinds)
        found += rows.select_related("entry").defer("entry__text", "entry__echo", "entry__signature")
    return found


def hand_over(workspace_id: uuid.UUID, findings: Sequence[Finding]) -> None:
    """Forgets the promises that the ledger has taken over."""
    gone = [finding.id for finding in findings if finding.kind == Finding.Kind.PROMISE]
    for some in portions(gone):
        Finding.objects.within(workspace_id).filter(pk__in=some).delete()


def wait_again(given_back: Sequence[tuple[Entry, Worth]]) -> None:
    """Undoes `hand_over`."""
    Finding.objects.bulk_create([_finding(entry, one) for entry, one in given_back], batch_size=CHUNK)


def accept(finding: Finding, *, by: Member, at: datetime) -> bool:
    """A person says: yes, that is what was meant. False if it was decided before."""
    return _decide(finding, State.ACCEPTED, (State.PROPOSED,), by, at)


def dismiss(finding: Finding, *, by: Member, at: datetime) -> bool:
    """A person says: no. False if it was decided before."""
    return _decide(finding, State.DISMISSED, (State.PROPOSED,), by, at)


def reconsider(finding: Finding, *, by: Member, at: datetime) -> bool:
    """Undoes `accept` and `dismiss`."""
    return _decide(finding, State.PROPOSED, (State.ACCEPTED, State.DISMISSED), by, at)


@transaction.atomic
def _decide(finding: Finding, state: str, expected: Sequence[str], by: Member, at: datetime) -> bool:
    decided = (
        {"decided_by": by, "decided_at": at}
        if state != State.PROPOSED
        else {"decided_by": None, "decided_at": None}
    )
    here = Finding.objects.within(finding.workspace_id).filter(pk=finding.pk, state__in=expected)
    if not here.update(state=state, **decided):
        return False
    for name, value in {"state": state, **decided}.items():
        setattr(finding, name, value)
    verb = "finding.reconsidered" if state == State.PROPOSED else f"finding.{state}"
    journal.write(journal.line(finding.workspace_id, verb, finding.id, at=at, by=by.id))
    return True
