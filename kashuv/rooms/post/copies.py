"""Copies: our mirror of a folder on the server; every change is a short transaction that says whose count it goes by.

A copy *waits* until its letter is taken in; it is *settled* when it has a letter or was refused for good. What the
server could not hand over is *stubborn*: it is asked for again with each look, after all others.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_noop

from kashuv.foundation.journal import writing as journal
from kashuv.foundation.portions import portions
from kashuv.rooms.post import parcels
from kashuv.rooms.post.channels.imap import Listed, Look
from kashuv.rooms.post.models import Copy, Folder
from kashuv.rooms.post.rules.identity import of_bytes

CHUNK = 200
STUBBORN = gettext_noop(
    "The server broke off while handing this letter over; it is asked for again with each look."
)
STRANGE = gettext_noop("This letter could not be taken in; it was kept as it came.")
_FIELDS = [field for field in Copy._meta.concrete_fields if not field.primary_key]


class Overtaken(Exception):
    """Somebody else has begun this folder anew; what was seen of it counts no more."""


@contextmanager
def turn(folder: Folder) -> Iterator[None]:
    """A transaction in which nobody else changes the folder's mirror, and its UIDs still mean what they meant."""
    with transaction.atomic():
        here = Folder.objects.within(folder.workspace_id).filter(pk=folder.pk).select_for_update()
        if list(here.values_list("validity", flat=True)) != [folder.validity]:
            raise Overtaken(folder.path)
        yield


def of(folder: Folder) -> Any:
    """All copies of a folder."""
    return Copy.objects.within(folder.workspace_id).filter(folder_id=folder.id)


def uids(folder: Folder) -> list[int]:
    """The UIDs in the mirror, in order."""
    return list(of(folder).order_by("uid").values_list("uid", flat=True))


def begin_anew(folder: Folder, look: Look, *, at: datetime) -> None:
    """The server counts anew (UIDVALIDITY): the copies are forgotten, their letters are known by what stands in them."""
    with turn(folder):
        of(folder).delete()
        if folder.validity is not None:
            journal.write(
                journal.line(folder.workspace_id, "folder.recounted", folder.id, at=at, path=folder.path)
            )
        _set(folder, validity=look.validity, next_uid=look.next_uid, above=look.next_uid, modseq=look.modseq)


def remember(folder: Folder, listed: Iterable[Listed], *, at: datetime, **places: int) -> None:
    """What a folder lists is in the mirror and waits; `places` (next_uid, above, modseq) move with it."""
    rows = [
        Copy(
            workspace_id=folder.workspace_id,
            folder_id=folder.id,
            uid=one.uid,
            size=one.size,
            flags=list(one.flags),
            seen_at=at,
        )
        for one in listed
    ]
    with turn(folder):
        Copy.objects.bulk_create(rows, batch_size=CHUNK, ignore_conflicts=True)
        _set(folder, **places)


def reflag(folder: Folder, flags: Mapping[int, Sequence[str]]) -> None:
    """The flags as the server tells them; only what differs is written."""
    for some in portions(flags):
        with turn(folder):
            rows = list(of(folder).filter(uid__in=some))
            changed = [row for row in rows if row.flags != list(flags[row.uid])]
            for row in changed:
                row.flags = list(flags[row.uid])
            _write(changed, "flags")


def lose(folder: Folder, uids: Iterable[int]) -> None:
    """What lies in the folder no more; the letters stay."""
    for some in portions(uids):
        with turn(folder):
            of(folder).filter(uid__in=some).delete()


def lose_ranges(folder: Folder, ranges: Sequence[tuple[int, int]]) -> None:
    """As `lose`, of ranges of UIDs."""
    for some in portions(ranges, CHUNK):
        with turn(folder):
            of(folder).filter(reduce(or_, (Q(uid__range=ends) for ends in some))).delete()


def waiting(folder: Folder, most: int, most_bytes: int) -> list[Copy]:
    """The newest that wait, so many that their letters can be held at once; one at least."""
    some: list[Copy] = []
    size = 0
    for copy in of(folder).filter(letter__isnull=True, refused="").order_by("-uid")[:most]:
        size += copy.size
        if some and size > most_bytes:
            break
        some.append(copy)
    return some


def stubborn(folder: Folder) -> list[Copy]:
    """What the server did not hand over yet."""
    return list(of(folder).filter(letter__isnull=True, refused=STUBBORN).order_by("-uid"))


def settled(folder: Folder) -> int:
    """How many have their letter, or were refused for good."""
    return int(of(folder).filter(Q(letter__isnull=False) | ~Q(refused__in=("", STUBBORN))).count())


def settle(folder: Folder, letters: Mapping[int, uuid.UUID]) -> None:
    """Which letter each of these UIDs is; inside a turn."""
    by_letter: dict[uuid.UUID, list[int]] = {}
    for uid, letter in letters.items():
        by_letter.setdefault(letter, []).append(uid)
    for some in portions(by_letter):
        rows = list(of(folder).filter(uid__in=[uid for letter in some for uid in by_letter[letter]]))
        for row in rows:
            row.letter_id, row.refused = letters[row.uid], ""
        _write(rows, "letter", "refused")


def wait_again(workspace_id: uuid.UUID, letters: Iterable[uuid.UUID]) -> None:
    """These letters are here no more: their copies are to be fetched anew."""
    for some in portions(letters):
        Copy.objects.within(workspace_id).filter(letter_id__in=some).update(letter=None)


def refuse(folder: Folder, reasons: Mapping[int, tuple[str, bytes]], *, at: datetime) -> None:
    """Why these can't be taken; their raw bytes are kept where they are at hand. Inside a turn."""
    kept = parcels.keep(folder.workspace_id, [raw for _, raw in reasons.values() if raw])
    rows = {row.uid: row for row in of(folder).filter(uid__in=list(reasons))}
    for uid, row in rows.items():
        reason, raw = reasons[uid]
        row.refused, row.parcel = reason[:500], kept.get(of_bytes(raw))
    _write(rows.values(), "refused", "parcel")
    journal.write_all(
        journal.line(folder.workspace_id, "copy.refused", row.id, at=at, reason=row.refused)
        for row in rows.values()
        if row.refused != STUBBORN
    )


def compare(folder: Folder, theirs: int, *, at: datetime) -> None:
    """Sets the server's count beside ours."""
    _set(folder, theirs=theirs, ours=settled(folder), compared_at=at)


def _write(rows: Iterable[Copy], *fields: str) -> None:
    """Writes rows that stand, as an insert that meets them: Django's bulk_update takes ten times as long."""
    anew = [Copy(**{field.attname: getattr(row, field.attname) for field in _FIELDS}) for row in rows]
    Copy.objects.bulk_create(
        anew,
        batch_size=CHUNK,
        update_conflicts=True,
        unique_fields=["workspace_id", "folder", "uid"],
        update_fields=list(fields),
    )


def _set(folder: Folder, **fields: object) -> None:
    if fields:
        Folder.objects.within(folder.workspace_id).filter(pk=folder.pk).update(**fields)
    for name, value in fields.items():
        setattr(folder, name, value)
