"""The lines by which clients and people are found: names in both alphabets, mail addresses, phone digits."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kashuv.foundation.folding import fold
from kashuv.foundation.portions import portions
from kashuv.foundation.search import index
from kashuv.foundation.search.finding import sounding
from kashuv.foundation.search.lines import WhoLine
from kashuv.rooms.clients import hints
from kashuv.rooms.clients.models import Address, Client, Person


def refresh_lines(
    workspace_id: uuid.UUID, *, client_ids: Iterable[uuid.UUID] = (), person_ids: Iterable[uuid.UUID] = ()
) -> None:
    """Writes the lines of these clients and people anew; who has merged into another or is no human loses his."""
    for some in portions(client_ids):
        write_clients(Client.objects.within(workspace_id).filter(pk__in=some))
    for some in portions(person_ids):
        _refresh_people(workspace_id, some)


def _refresh_people(workspace_id: uuid.UUID, ids: Sequence[uuid.UUID]) -> None:
    reached = defaultdict(list)
    for person, normal in (
        Address.objects.within(workspace_id).filter(person_id__in=ids).values_list("person_id", "normal")
    ):
        reached[person].append(normal)
    people = Person.objects.within(workspace_id).filter(pk__in=ids)
    found = [person for person in people if _is_found(person)]
    gone = sorted(set(ids) - {person.id for person in found})
    index.drop(WhoLine, workspace_id, gone)
    hints.drop(workspace_id, gone)
    write_people(found, reached)


def _is_found(person: Person) -> bool:
    return person.merged_into_id is None and person.nature == Person.Nature.HUMAN


def write_clients(clients: Iterable[Client]) -> None:
    index.write(
        WhoLine(
            workspace_id=client.workspace_id,
            kind=WhoLine.Kind.CLIENT,
            ref=client.id,
            client_id=client.id,
            text=f"{client.folded} {sounding(client.name)}",
        )
        for client in clients
    )


def write_people(people: Iterable[Person], reached: Mapping[uuid.UUID, Sequence[str]]) -> None:
    """`reached` holds each person's addresses as they compare."""
    found = [person for person in people if _is_found(person)]
    hints.write(found, reached)
    index.write(
        WhoLine(
            workspace_id=person.workspace_id,
            kind=WhoLine.Kind.PERSON,
            ref=person.id,
            client_id=person.client_id,
            text=_line(person, reached.get(person.id, ())),
        )
        for person in found
    )


def _line(person: Person, addresses: Sequence[str]) -> str:
    words = [person.folded, fold(person.role), fold(person.organisation), *addresses, sounding(person.name)]
    return " ".join(word for word in words if word)
