"""Memory: what is worth knowing about a client, in a person's own words, with the dates and wishes read out of it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from kashuv.foundation.journal import writing as journal
from kashuv.rooms.clients.models import Client, Detail, KeyDate, Manner, Person
from kashuv.rooms.clients.rules import facts
from kashuv.rooms.clients.rules.contact import Contact
from kashuv.rooms.team.models import Member, Workspace

SHARED = "shared"  # the source of a detail that holds an address known to be another's
YEARLESS = 1904  # how address books write a birthday without its year


@transaction.atomic
def remember(
    client: Client,
    words: str,
    *,
    by: Member | None,
    at: datetime,
    person: Person | None = None,
    source: str = "",
) -> Detail:
    """Keeps a sentence, with the key date and the wish to be left alone that can be read out of it."""
    workspace = Workspace.objects.get(pk=client.workspace_id)
    fact = facts.read(words, at.astimezone(workspace.zone))
    detail = Detail.objects.create(
        workspace_id=client.workspace_id,
        client=client,
        person=person or _named_in(client, words),
        words=words[:2000],
        source=source[:120],
        leave_alone=fact.leave_alone,
        leave_alone_until=fact.leave_alone_until,
        at=at,
    )
    if fact.day:
        _keep_day(detail, fact.day)
    journal.write(
        journal.line(
            client.workspace_id,
            "detail.remembered",
            detail.id,
            at=at,
            by=by.id if by else None,
            client=client.id,
        )
    )
    return detail


def _named_in(client: Client, words: str) -> Person | None:
    """The one person of the client whom the sentence names."""
    people = Person.objects.within(client.workspace_id).filter(client_id=client.id, merged_into__isnull=True)
    named = [person for person in people[:100] if facts.names(words, person.name)]
    return named[0] if len(named) == 1 else None


def _keep_day(detail: Detail, day: facts.Day) -> None:
    KeyDate.objects.create(
        workspace_id=detail.workspace_id,
        client_id=detail.client_id,
        person_id=detail.person_id,
        detail=detail,
        kind=day.kind,
        words=detail.words[:200],
        month=day.month,
        day=day.day,
        year=day.year,
        returns=day.returns,
    )


@transaction.atomic
def state_manner(
    client: Client, kind: str, words: str, *, by: Member | None, at: datetime, person: Person | None = None
) -> Manner:
    """Keeps how the client wishes to be treated."""
    manner = Manner.objects.create(
        workspace_id=client.workspace_id, client=client, person=person, kind=kind, words=words[:300], at=at
    )
    journal.write(
        journal.line(
            client.workspace_id, "manner.stated", manner.id, at=at, by=by.id if by else None, client=client.id
        )
    )
    return manner


def keep_told(
    workspace_id: uuid.UUID, met: Mapping[Contact, Person], *, at: datetime, origin: uuid.UUID | None
) -> None:
    """Birthdays and memos that an address book tells, each once however often it is brought."""
    _keep_birthdays(workspace_id, {person.id: (person, c) for c, person in met.items() if c.birthday}, origin)
    _keep_memos(workspace_id, {(person.id, c.memo): person for c, person in met.items() if c.memo}, at)


def _keep_birthdays(
    workspace_id: uuid.UUID, told: dict[uuid.UUID, tuple[Person, Contact]], origin: uuid.UUID | None
) -> None:
    if not told:
        return
    birthdays = KeyDate.objects.within(workspace_id).filter(
        kind=KeyDate.Kind.BIRTHDAY, person_id__in=list(told)
    )
    known = set(birthdays.values_list("person_id", flat=True))
    KeyDate.objects.bulk_create(
        (_birthday(person, contact, origin) for key, (person, contact) in told.items() if key not in known),
        batch_size=500,
    )


def _birthday(person: Person, contact: Contact, origin: uuid.UUID | None) -> KeyDate:
    born = contact.birthday
    assert born is not None
    return KeyDate(
        workspace_id=person.workspace_id,
        client_id=person.client_id,
        person_id=person.id,
        kind=KeyDate.Kind.BIRTHDAY,
        words=person.name,
        month=born.month,
        day=born.day,
        year=None if born.year == YEARLESS else born.year,
        origin=origin,
    )


def _keep_memos(workspace_id: uuid.UUID, told: dict[tuple[uuid.UUID, str], Person], at: datetime) -> None:
    _keep_details(workspace_id, [(person, words, "") for (_, words), person in told.items()], at)


def keep_shared(workspace_id: uuid.UUID, shared: Sequence[tuple[Person, str]], *, at: datetime) -> None:
    """An address that somebody else is known by: kept as a sentence, so that it is not lost and may speak of a merging."""
    _keep_details(workspace_id, [(person, typed, SHARED) for person, typed in shared], at)


def _keep_details(workspace_id: uuid.UUID, told: Sequence[tuple[Person, str, str]], at: datetime) -> None:
    if not told:
        return
    people = {person.id for person, _, _ in told}
    details = Detail.objects.within(workspace_id).filter(person_id__in=people)
    known = set(details.values_list("person_id", "words"))
    new = {(person.id, words[:2000]): (person, source) for person, words, source in told}
    Detail.objects.bulk_create(
        Detail(
            workspace_id=workspace_id,
            client_id=person.client_id,
            person_id=key,
            words=words,
            source=source,
            at=at,
        )
        for (key, words), (person, source) in new.items()
        if (key, words) not in known
    )
