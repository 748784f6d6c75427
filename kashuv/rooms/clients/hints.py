"""Hints: kept beside each person, so that the database itself finds who shares one; nobody reads all people."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Count

from kashuv.foundation.folding import digits
from kashuv.foundation.portions import portions
from kashuv.rooms.clients.memory import SHARED
from kashuv.rooms.clients.models import Address, Detail, Hint, Person
from kashuv.rooms.clients.rules.sameness import CROWD, Face, Mark, marks

CHUNK = 400
MOST = 500  # marks of one kind of likeness that are looked at at once, the surest first
LONGEST = 250


def write(people: Iterable[Person], reached: Mapping[uuid.UUID, Sequence[str]]) -> None:
    """The hints of these, in the place of older ones; `reached` holds their addresses as they compare."""
    humans = list(people)
    for home in {person.workspace_id for person in humans}:
        drop(home, [person.id for person in humans if person.workspace_id == home])
    Hint.objects.bulk_create(
        [
            Hint(workspace_id=person.workspace_id, person_id=person.id, mark=f"{kind}:{word}"[:LONGEST])
            for person in humans
            for kind, word in sorted(marks(person.folded, _mails(reached.get(person.id, ()))))
        ],
        batch_size=CHUNK,
    )


def _mails(addresses: Iterable[str]) -> set[str]:
    return {address for address in addresses if "@" in address}


def drop(workspace_id: uuid.UUID, people: Iterable[uuid.UUID]) -> None:
    """Forgets what hinted at these."""
    for some in portions(people):
        Hint.objects.within(workspace_id).filter(person_id__in=some).delete()


def shared(workspace_id: uuid.UUID) -> tuple[set[Mark], list[Face]]:
    """The marks that a few people share, and those people: a bounded number, in a constant number of questions."""
    phones = _shared_phones(workspace_id)
    common = Hint.objects.within(workspace_id).values("mark").annotate(people=Count("id"))
    some = (
        common.filter(people__gte=2, people__lte=CROWD).order_by("mark").values_list("mark", flat=True)[:MOST]
    )
    told = list(some)
    keys = {key for keys in phones.values() for key in keys}
    for portion in portions(told):
        held = Hint.objects.within(workspace_id).filter(mark__in=portion)
        keys.update(held.values_list("person_id", flat=True))
    allowed = {(kind, word) for kind, _, word in (mark.partition(":") for mark in told)}
    return allowed | {("phone", phone) for phone in phones}, _faces(workspace_id, keys, phones)


def _shared_phones(workspace_id: uuid.UUID) -> dict[str, set[uuid.UUID]]:
    """Numbers that a letter gave under one person's name while they are another's."""
    told = (
        Detail.objects.within(workspace_id).filter(source=SHARED, person__isnull=False).order_by("-at", "-id")
    )
    phones: dict[str, set[uuid.UUID]] = {}
    for person, typed in told.values_list("person_id", "words")[:MOST]:
        phones.setdefault(digits(typed), set()).add(person)
    for some in portions(list(phones)):
        held = Address.objects.within(workspace_id).filter(kind=Address.Kind.PHONE, normal__in=some)
        for person, phone in held.values_list("person_id", "normal"):
            phones[phone].add(person)
    return phones


def _faces(
    workspace_id: uuid.UUID, keys: Iterable[uuid.UUID], phones: Mapping[str, set[uuid.UUID]]
) -> list[Face]:
    faces: dict[uuid.UUID, Face] = {}
    for some in portions(sorted(keys)):
        people = Person.objects.within(workspace_id).filter(pk__in=some, merged_into__isnull=True)
        human = people.filter(nature=Person.Nature.HUMAN).order_by("id")
        faces |= {row[0]: Face(*row) for row in human.values_list("id", "name", "folded", "client_id")}
        held = Address.objects.within(workspace_id).filter(person_id__in=some)
        for person, kind, normal, domain in held.values_list("person_id", "kind", "normal", "domain"):
            if person in faces:
                faces[person].reach(kind, normal, domain)
    for phone, holders in phones.items():
        for holder in holders & faces.keys():
            faces[holder].reach("phone", phone, "")
    return sorted(faces.values(), key=lambda face: face.key)
