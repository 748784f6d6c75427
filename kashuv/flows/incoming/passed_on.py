"""Passed on: a letter that one of us forwarded, and that also came by itself, stands on the timeline once.

Whichever comes second has no entry of its own. A forward is tied to the letter itself; the letter itself takes the place of
its forward, with its files and its form, under the words that stand there already.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kashuv.flows.incoming.batch import Batch
from kashuv.language.mime import OpenedLetter
from kashuv.language.reading import Reading
from kashuv.rooms.clients.models import Person
from kashuv.rooms.conversations import timeline
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.conversations.rules import passing
from kashuv.rooms.conversations.rules.passing import A_ZONE, Voice
from kashuv.rooms.conversations.timeline import Said
from kashuv.rooms.post import letters, mailboxes
from kashuv.rooms.post.models import Letter


class Mail(Protocol):
    """A new letter, as far as it matters here."""

    @property
    def opened(self) -> OpenedLetter: ...
    @property
    def reading(self) -> Reading: ...
    @property
    def letter(self) -> Letter: ...
    @property
    def person(self) -> Person | None: ...
    @property
    def at(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class First:
    """What was here before: a letter, under its Message-ID, and its entry if it is written already."""

    letter: uuid.UUID
    mark: str
    entry: uuid.UUID | None = None


def pairs(batch: Batch, mails: Sequence[Mail]) -> dict[uuid.UUID, First]:
    """By the key of a new letter, the one that says the same and was here before, or comes with it."""
    theirs = [
        mail for mail in mails if mail.person is not None and mail.opened.from_.address not in batch.ours
    ]
    if not any(_is_forward(mail) for mail in theirs) and not mailboxes.takes_forwards(batch.workspace.id):
        return {}
    known = _recorded(batch, theirs)
    found: dict[uuid.UUID, First] = {}
    for mail in sorted(theirs, key=lambda mail: (_is_forward(mail), mail.at)):
        voice, whose = _voice(mail), known[mail.person.id]  # type: ignore[union-attr]  # all of theirs have one
        first = passing.nearest(voice, whose)
        if first is not None:
            found[mail.letter.id] = first
        if first is not None and not voice.forward:  # its place is taken, and can't be taken again
            whose[:] = [(one, what) for one, what in whose if what != first]
        whose.append((voice, First(mail.letter.id, mail.letter.message_id)))
    return found


def tie(batch: Batch, mail: Mail, first: First, said: Said) -> None:
    """The second of the two is told with the first."""
    if _is_forward(mail) or first.entry is None:
        letters.tie(batch.workspace.id, passed_on=mail.letter.id, itself=first.letter, at=batch.at)
    else:
        letters.tie(batch.workspace.id, passed_on=first.letter, itself=mail.letter.id, at=batch.at)
        entry = timeline.replace(batch.workspace.id, first.entry, said)
        batch.touch(entry.client_id)


def _recorded(batch: Batch, mails: Sequence[Mail]) -> dict[uuid.UUID, list[tuple[Voice, First]]]:
    """What each of these writers said at about these times."""
    known: dict[uuid.UUID, list[tuple[Voice, First]]] = defaultdict(list)
    for person, voice, first in _rows(batch, mails) if mails else ():
        known[person].append((voice, first))
    return known


def _rows(batch: Batch, mails: Sequence[Mail]) -> Iterator[tuple[uuid.UUID, Voice, First]]:
    times = [mail.at for mail in mails]
    rows = Entry.objects.within(batch.workspace.id).filter(
        kind=Entry.Kind.MAIL,
        direction=Entry.Direction.IN,
        letter__isnull=False,
        person_id__in={mail.person.id for mail in mails if mail.person},
        at__range=(min(times) - A_ZONE, max(times) + A_ZONE),
    )
    fields = (
        "id",
        "letter_id",
        "person_id",
        "at",
        "text",
        "subject",
        "letter__message_id",
        "letter__envelope",
    )
    told = list(rows.values_list(*fields, "attachment_count"))
    files = timeline.files_of(batch.workspace.id, [row[0] for row in told if row[-1]])
    for entry, letter, person, at, text, subject, mark, envelope, _ in told:
        forward = "forwarded" in envelope and "itself" not in envelope
        known = frozenset(files.get(entry, ()))
        voice = Voice(at, text, mark, forward, envelope.get("inside", ""), subject, known)
        yield person, voice, First(letter, mark, entry)


def _is_forward(mail: Mail) -> bool:
    return bool(mail.opened.forwarded_by.address)


def _voice(mail: Mail) -> Voice:
    opened = mail.opened
    files = frozenset(
        (file.name[:255], file.size) for file in opened.attachments if file.media_type != timeline.A_LETTER
    )
    return Voice(
        mail.at,
        mail.reading.own,
        mail.letter.message_id,
        _is_forward(mail),
        opened.inside,
        opened.subject[:500],
        files,
    )
