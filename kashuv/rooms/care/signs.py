"""Signs: raise what warns in an entry, close it when somebody has seen to it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from kashuv.foundation.journal import writing as journal
from kashuv.foundation.portions import portions
from kashuv.language.reading import Reading
from kashuv.rooms.care.models import Sign
from kashuv.rooms.care.rules.warnings import warnings
from kashuv.rooms.team.models import Member

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Raised:
    """A warning in a client's own words, before there is a row for it."""

    client_id: uuid.UUID
    entry_id: uuid.UUID
    kind: str
    words: str
    certainty: float
    at: datetime


def in_reading(reading: Reading, *, client_id: uuid.UUID, entry_id: uuid.UUID, at: datetime) -> list[Raised]:
    """What warns in an incoming entry; `at` is when it was said."""
    return [
        Raised(client_id, entry_id, tone.kind, tone.words.text, tone.certainty, at)
        for tone in warnings(reading.tones)
    ]


@transaction.atomic
def raise_all(workspace_id: uuid.UUID, found: Sequence[Raised]) -> int:
    """Raises each sign once; one that somebody closed stays closed. Gives the number of new ones."""
    known = _known(workspace_id, list({sign.entry_id for sign in found}))
    once = {(sign.entry_id, sign.kind): sign for sign in found if (sign.entry_id, sign.kind) not in known}
    rows = [_row(workspace_id, sign) for sign in once.values()]
    Sign.objects.bulk_create(rows, batch_size=CHUNK)
    journal.write_all(
        journal.line(workspace_id, "sign.raised", row.id, at=row.at, client=row.client_id, kind=row.kind)
        for row in rows
    )
    return len(rows)


def _known(workspace_id: uuid.UUID, entries: list[uuid.UUID]) -> set[tuple[uuid.UUID, str]]:
    known: set[tuple[uuid.UUID, str]] = set()
    for some in portions(entries):
        standing = Sign.objects.within(workspace_id).filter(entry_id__in=some)
        known.update(standing.values_list("entry_id", "kind"))
    return known


def _row(workspace_id: uuid.UUID, sign: Raised) -> Sign:
    return Sign(
        workspace_id=workspace_id,
        client_id=sign.client_id,
        entry_id=sign.entry_id,
        kind=sign.kind,
        words=sign.words,
        certainty=sign.certainty,
        at=sign.at,
    )


@transaction.atomic
def close(sign: Sign, *, by: Member, at: datetime) -> bool:
    """Somebody has seen to it; False if it was closed before."""
    open_ = Sign.objects.within(sign.workspace_id).filter(pk=sign.pk, closed_at__isnull=True)
    if not open_.update(closed_at=at, closed_by=by):
        return False
    sign.closed_at, sign.closed_by = at, by
    _tell(sign, "sign.closed", by, at)
    return True


@transaction.atomic
def reopen(sign: Sign, *, by: Member, at: datetime) -> bool:
    """Undoes `close`."""
    closed = Sign.objects.within(sign.workspace_id).filter(pk=sign.pk, closed_at__isnull=False)
    if not closed.update(closed_at=None, closed_by=None):
        return False
    sign.closed_at, sign.closed_by = None, None
    _tell(sign, "sign.reopened", by, at)
    return True


def _tell(sign: Sign, verb: str, by: Member, at: datetime) -> None:
    journal.write(journal.line(sign.workspace_id, verb, sign.id, at=at, by=by.id, client=sign.client_id))
