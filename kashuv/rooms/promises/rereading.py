"""Reading again: which notes are new, and which tell of a promise that stands already, if in other words.

The same reader gives the same words; a better one may cut them otherwise, so that a note is also known by what it
says. Each promise that stands answers for one note, for one sentence may hold two.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence

from kashuv.foundation.portions import portions
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.promises.note import Note
from kashuv.rooms.promises.rules.sameness import said_again

Spoken = tuple[uuid.UUID, str]  # an entry, and who gave his word in it


def unknown(workspace_id: uuid.UUID, notes: Iterable[Note]) -> list[Note]:
    """The notes that no promise of their entries answers for."""
    once = {note.identity: note for note in notes}
    standing = _standing(workspace_id, {note.entry_id for note in once.values()})
    known = {promise.identity for some in standing.values() for promise in some}
    fresh = [note for name, note in once.items() if name not in known]
    open_ = {spoken: [one for one in some if one.identity not in once] for spoken, some in standing.items()}
    return [note for note in fresh if not _answered(note, open_.get((note.entry_id, note.side), []))]


def _standing(workspace_id: uuid.UUID, entries: Iterable[uuid.UUID]) -> dict[Spoken, list[Promise]]:
    standing: dict[Spoken, list[Promise]] = defaultdict(list)
    for some in portions(sorted(entries)):
        rows = Promise.objects.within(workspace_id).filter(entry_id__in=some).order_by("id")
        for promise in rows.only("workspace_id", "entry_id", "side", "identity", "words", "quote"):
            if promise.entry_id is not None:
                standing[promise.entry_id, promise.side].append(promise)
    return standing


def _answered(note: Note, promises: list[Promise]) -> bool:
    """Whether one of these is what was noted; it answers for no other then."""
    for promise in promises:
        if said_again(note.words, _told(promise)):
            promises.remove(promise)
            return True
    return False


def _told(promise: Promise) -> Sequence[str]:
    return [words for words in (promise.quote, promise.words) if words]
