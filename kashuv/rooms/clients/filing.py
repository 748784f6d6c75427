"""Filing: what a person writes into a client's file by hand: his people, his days; and what is taken out of it for good."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from kashuv.foundation.folding import digits, fold
from kashuv.foundation.journal import writing as journal
from kashuv.rooms.clients.lines import refresh_lines
from kashuv.rooms.clients.models import Address, Client, Detail, KeyDate, Manner, Person
from kashuv.rooms.team.models import Member

Reach = tuple[str, str, str]  # kind, normal form, what was typed


class Taken(Exception):
    """An address that belongs to somebody else; `person` is he."""

    def __init__(self, typed: str, person: Person) -> None:
        super().__init__(typed)
        self.typed, self.person = typed, person


@transaction.atomic
def introduce(
    client: Client,
    name: str,
    *,
    mails: Sequence[str],
    phones: Sequence[str],
    by: Member,
    at: datetime,
    **fields: Any,
) -> Person:
    """Writes a new person at the client down; raises Taken if an address is another's."""
    person = Person.objects.create(
        workspace_id=client.workspace_id,
        client=client,
        name=name[:200],
        folded=fold(name)[:200],
        created_at=at,
        **fields,
    )
    _reach(person, mails, phones)
    _tell(person, "person.introduced", by, at)
    return person


@transaction.atomic
def describe(
    person: Person,
    *,
    mails: Sequence[str],
    phones: Sequence[str],
    by: Member | None,
    at: datetime,
    **fields: Any,
) -> None:
    """Changes what we know of a person, and where he is reached; raises Taken if an address is another's."""
    for field, value in fields.items():
        setattr(person, field, value)
    person.folded = fold(person.name)[:200]
    person.save(update_fields=[*fields, "folded"])
    _reach(person, mails, phones)
    _tell(person, "person.described", by, at)


def _reach(person: Person, mails: Iterable[str], phones: Iterable[str]) -> None:
    """Makes his addresses these and no others, and himself found by them."""
    wanted = {(kind, normal): typed for kind, normal, typed in _normal(mails, phones)}
    his = {
        (one.kind, one.normal): one
        for one in Address.objects.within(person.workspace_id).filter(person_id=person.id)
    }
    gone = [one.id for reach, one in his.items() if reach not in wanted]
    Address.objects.within(person.workspace_id).filter(id__in=gone).delete()
    new = {reach: typed for reach, typed in wanted.items() if reach not in his}
    _refuse_taken(person, new)
    Address.objects.bulk_create(Address.reaching(person, reach, typed) for reach, typed in new.items())
    refresh_lines(person.workspace_id, person_ids=[person.id])


def _normal(mails: Iterable[str], phones: Iterable[str]) -> list[Reach]:
    told = [("mail", mail.strip().lower()[:320], mail.strip()[:320]) for mail in mails if mail.strip()]
    return told + [("phone", digits(phone)[:320], phone.strip()[:320]) for phone in phones if digits(phone)]


def _refuse_taken(person: Person, new: dict[tuple[str, str], str]) -> None:
    others = Address.objects.within(person.workspace_id).filter(normal__in=[normal for _, normal in new])
    for one in others.select_related("person"):
        if (one.kind, one.normal) in new:
            raise Taken(new[one.kind, one.normal], one.person)


@transaction.atomic
def note_day(
    client: Client,
    kind: str,
    words: str,
    month: int,
    day: int,
    year: int | None,
    *,
    returns: bool,
    by: Member,
    at: datetime,
) -> KeyDate:
    """Keeps a day that matters to the client."""
    noted = KeyDate.objects.create(
        workspace_id=client.workspace_id, client=client, kind=kind, words=words[:200],
        month=month, day=day, year=year, returns=returns,
    )  # fmt: skip
    _write(client, "keydate.noted", noted, by, at)
    return noted


@transaction.atomic
def forget(thing: Detail | Manner | KeyDate, *, by: Member | None, at: datetime) -> None:
    """Takes a sentence, a manner or a day out of the file for good; with a sentence goes the day that was read out of it."""
    ws, client = thing.workspace_id, Client(pk=thing.client_id, workspace_id=thing.workspace_id)
    if isinstance(thing, Detail):
        KeyDate.objects.within(ws).filter(detail_id=thing.pk).delete()
    type(thing).objects.within(ws).filter(pk=thing.pk).delete()
    _write(client, f"{type(thing).__name__.lower()}.forgotten", thing, by, at)


def _tell(person: Person, verb: str, by: Member | None, at: datetime) -> None:
    _write(Client(pk=person.client_id, workspace_id=person.workspace_id), verb, person, by, at)


def _write(client: Client, verb: str, noun: Any, by: Member | None, at: datetime) -> None:
    journal.write(
        journal.line(client.workspace_id, verb, noun.pk, at=at, by=by.id if by else None, client=client.pk)
    )
