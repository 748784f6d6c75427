"""Learning by the way: the number under a person's letters, and the form in which we address him in ours."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kashuv.foundation.folding import digits
from kashuv.rooms.clients.lines import refresh_lines
from kashuv.rooms.clients.memory import keep_shared
from kashuv.rooms.clients.models import Address, Person


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one letter teaches of a person; empty where it teaches nothing."""

    person: Person
    phone: str = ""
    form: str = ""


def learn(
    workspace_id: uuid.UUID, lessons: Iterable[Lesson | None], *, at: datetime, origin: uuid.UUID | None
) -> None:
    """Keeps what was learned. A number that is another's merges nobody: it is kept as a hint (union.suggest)."""
    told = [one for one in lessons if one]
    _learn_phones(workspace_id, {digits(one.phone): one for one in told if one.phone}, at, origin)
    _learn_forms(workspace_id, {one.person.id: one.form for one in told if one.form})


def _learn_phones(
    workspace_id: uuid.UUID, told: Mapping[str, Lesson], at: datetime, origin: uuid.UUID | None
) -> None:
    if not told:
        return
    phones = Address.objects.within(workspace_id).filter(kind=Address.Kind.PHONE, normal__in=list(told))
    owners = dict(phones.values_list("normal", "person_id"))
    new = [
        Address(
            workspace_id=workspace_id,
            person=one.person,
            kind=Address.Kind.PHONE,
            typed=one.phone[:320],
            normal=number,
            origin=origin,
        )
        for number, one in told.items()
        if number not in owners
    ]
    Address.objects.bulk_create(new, batch_size=500)
    refresh_lines(workspace_id, person_ids=[address.person_id for address in new])
    shared = [
        (one.person, one.phone)
        for number, one in told.items()
        if owners.get(number, one.person.id) != one.person.id
    ]
    keep_shared(workspace_id, shared, at=at)


def _learn_forms(workspace_id: uuid.UUID, told: Mapping[uuid.UUID, str]) -> None:
    """The first form that we are sure of stays; a person may set another by hand."""
    for form in sorted(set(told.values())):
        whom = [person for person, his in told.items() if his == form]
        unknown = Person.objects.within(workspace_id).filter(pk__in=whom, form=Person.Form.UNKNOWN)
        unknown.update(form=form)
