"""The timeline: records what was said, by whatever channel, once; moves it when we learn whose it was."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Q, Subquery

from kashuv.foundation.folding import fold
from kashuv.foundation.portions import portions
from kashuv.foundation.search import index
from kashuv.foundation.search.lines import SaidLine
from kashuv.language.reading import Reading
from kashuv.rooms.clients.models import Person
from kashuv.rooms.clients.rules.ties import Tie
from kashuv.rooms.conversations.models import Attachment, Entry, Thread
from kashuv.rooms.conversations.rules import worth
from kashuv.rooms.post.models import Letter

CHUNK = 200
A_LETTER = "message/rfc822"  # a letter passed on as a file is no file of its own
LONGEST_LINE = 20_000  # characters of an entry by which it is found


@dataclass(frozen=True, slots=True)
class File:
    """Something that came with an entry: a part of its letter, or a parcel of its own."""

    name: str
    media_type: str
    size: int
    part: str = ""
    parcel_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said, with everything known of it; times UTC."""

    identity: str
    kind: str
    direction: str
    at: datetime
    reading: Reading
    subject: str = ""
    html: bool = False
    client_id: uuid.UUID | None = None
    person_id: uuid.UUID | None = None
    member_id: uuid.UUID | None = None
    thread_id: uuid.UUID | None = None
    letter_id: uuid.UUID | None = None
    shipment_id: uuid.UUID | None = None
    files: tuple[File, ...] = ()


def known(workspace_id: uuid.UUID, identities: Iterable[str]) -> dict[str, datetime]:
    """Which of these are on the timeline already, and at what moment."""
    here: dict[str, datetime] = {}
    for some in portions(identities):
        rows = Entry.objects.within(workspace_id).filter(identity__in=some)
        here.update(rows.values_list("identity", "at"))
    return here


def record(workspace_id: uuid.UUID, said: Sequence[Said]) -> list[Entry]:
    """An entry for each, in the same order, with its files and its search line; none may be known."""
    entries = [_entry(workspace_id, one) for one in said]
    Entry.objects.bulk_create(entries, batch_size=CHUNK)
    files = [_file(entry, file) for entry, one in zip(entries, said, strict=True) for file in one.files]
    Attachment.objects.bulk_create(files, batch_size=CHUNK)
    make_findable(entries)
    return entries


def replace(workspace_id: uuid.UUID, entry_id: uuid.UUID, said: Said) -> Entry:
    """What stands there came as another letter too: the words stay; the letter, its subject, form and files are that one's."""
    entry = Entry.objects.within(workspace_id).get(pk=entry_id)
    Attachment.objects.within(workspace_id).filter(entry_id=entry_id).delete()
    Attachment.objects.bulk_create([_file(entry, file) for file in said.files], batch_size=CHUNK)
    became = {
        "letter_id": said.letter_id,
        "thread_id": said.thread_id,
        "html": said.html,
        "at": said.at,
        "subject": said.subject[:500],
        "attachment_count": len(said.files),
    }
    Entry.objects.within(workspace_id).filter(pk=entry_id).update(**became)
    for name, value in became.items():
        setattr(entry, name, value)
    make_findable([entry])
    return entry


def files_of(
    workspace_id: uuid.UUID, entry_ids: Sequence[uuid.UUID]
) -> dict[uuid.UUID, set[tuple[str, int]]]:
    """The files that came with these entries, by name and size."""
    files: dict[uuid.UUID, set[tuple[str, int]]] = defaultdict(set)
    for some in portions(entry_ids):
        rows = Attachment.objects.within(workspace_id).filter(entry_id__in=some).exclude(media_type=A_LETTER)
        for entry, name, size in rows.values_list("entry_id", "name", "size"):
            files[entry].add((name, size))
    return files


def make_findable(entries: Iterable[Entry]) -> None:
    """Writes the search lines of these."""
    index.write(_line(entry) for entry in entries)


def _entry(workspace_id: uuid.UUID, said: Said) -> Entry:
    reading = said.reading
    warning = worth.warning(reading)
    return Entry(
        workspace_id=workspace_id,
        client_id=said.client_id,
        person_id=said.person_id,
        member_id=said.member_id,
        thread_id=said.thread_id,
        letter_id=said.letter_id,
        shipment_id=said.shipment_id,
        identity=said.identity,
        kind=said.kind,
        direction=said.direction,
        at=said.at,
        subject=said.subject[:500],
        text=reading.own,
        echo=reading.echo,
        signature=reading.signature,
        html=said.html,
        tongue=reading.tongue,
        tone=warning.kind if warning else "",
        tone_certainty=warning.certainty if warning else 0,
        asks=worth.asks(reading),
        attachment_count=len(said.files),
        reading_version=reading.version,
    )


def _file(entry: Entry, file: File) -> Attachment:
    return Attachment(
        workspace_id=entry.workspace_id,
        entry=entry,
        name=file.name[:255],
        media_type=file.media_type[:120],
        size=file.size,
        part=file.part[:60],
        parcel_id=file.parcel_id,
    )


def _line(entry: Entry) -> SaidLine:
    return SaidLine(
        workspace_id=entry.workspace_id,
        kind=SaidLine.Kind.ENTRY,
        ref=entry.id,
        client_id=entry.client_id,
        text=fold(f"{entry.subject} {entry.text[:LONGEST_LINE]}"),
    )


def ties_with_strangers(workspace_id: uuid.UUID, at: datetime) -> dict[uuid.UUID, Tie]:
    """What there was until `at` between us and each person who belongs to no client, by what was written by hand."""
    entries = Entry.objects.within(workspace_id).filter(
        _by_hand(),
        at__lte=at,
        client__isnull=True,
        person__client__isnull=True,
        person__nature=Person.Nature.HUMAN,
    )
    ties: dict[uuid.UUID, Tie] = defaultdict(Tie)
    rows = entries.exclude(kind=Entry.Kind.MEMO).order_by("at", "id")
    for key, person, at, direction, kind, tongue, member in rows.values_list(
        "id", "person_id", "at", "direction", "kind", "tongue", "member_id"
    ).iterator(5000):
        tie = ties[person]
        tie.hear(
            key, at, incoming=direction == Entry.Direction.IN, mail=kind == Entry.Kind.MAIL, tongue=tongue
        )
        if member:
            tie.members[member] += 1
    return ties


def _by_hand() -> Q:
    """What newsletters and machines sent is no contact."""
    return Q(letter__isnull=True) | Q(letter__nature=Letter.Nature.PERSON)


def signatures(workspace_id: uuid.UUID, entry_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """How these entries were signed."""
    signed: dict[uuid.UUID, str] = {}
    for some in portions(entry_ids):
        rows = Entry.objects.within(workspace_id).filter(pk__in=some).exclude(signature="")
        signed.update(rows.values_list("id", "signature"))
    return signed


def settle(workspace_id: uuid.UUID, person_ids: Iterable[uuid.UUID]) -> list[uuid.UUID]:
    """Puts what was said with these people on the timeline of the client whose they are now; gives the entries moved.

    What newsletters and machines sent stays without a client.
    """
    moved: list[uuid.UUID] = []
    for some in portions(sorted(set(person_ids))):
        moved += _settle(workspace_id, some)
    return moved


def _settle(workspace_id: uuid.UUID, people: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    entries = Entry.objects.within(workspace_id).filter(_by_hand(), person_id__in=people)
    rows = entries.values_list("id", "thread_id", "client_id", "person__client_id")
    moving = [(entry, thread) for entry, thread, stands, belongs in rows if stands != belongs]
    whose = Person.objects.within(workspace_id).filter(pk=OuterRef("person_id")).values("client_id")
    for some in portions([entry for entry, _ in moving]):
        Entry.objects.within(workspace_id).filter(pk__in=some).update(client_id=Subquery(whose))
        _follow(workspace_id, some)
    _settle_threads(workspace_id, sorted({thread for _, thread in moving if thread}))
    return [entry for entry, _ in moving]


def _follow(workspace_id: uuid.UUID, entries: Sequence[uuid.UUID]) -> None:
    """The search lines go where their entries went."""
    whose = Entry.objects.within(workspace_id).filter(pk=OuterRef("ref")).values("client_id")
    lines = SaidLine.objects.within(workspace_id).filter(kind=SaidLine.Kind.ENTRY, ref__in=list(entries))
    lines.update(client_id=Subquery(whose))


def _settle_threads(workspace_id: uuid.UUID, threads: Sequence[uuid.UUID]) -> None:
    """A thread is his who spoke last in it."""
    said = Entry.objects.within(workspace_id).filter(thread_id=OuterRef("pk"), client_id__isnull=False)
    whose = said.order_by("-at", "-id").values("client_id")[:1]
    for some in portions(threads):
        Thread.objects.within(workspace_id).filter(pk__in=some).update(client_id=Subquery(whose))


def hand_over(workspace_id: uuid.UUID, gone: uuid.UUID, kept: uuid.UUID) -> list[uuid.UUID]:
    """Puts another person behind what was said with one; gives the entries moved."""
    said = Entry.objects.within(workspace_id).filter(person_id=gone)
    moved = list(said.values_list("id", flat=True))
    said.update(person_id=kept)
    return moved


def hand_back(
    workspace_id: uuid.UUID, entry_ids: Sequence[uuid.UUID], holders: Sequence[uuid.UUID], person: uuid.UUID
) -> None:
    """Undoes `hand_over`, of what is still with these."""
    for some in portions(entry_ids):
        still = Entry.objects.within(workspace_id).filter(pk__in=some, person_id__in=holders)
        still.update(person_id=person)
