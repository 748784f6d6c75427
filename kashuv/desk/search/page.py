"""What search shows: who it is, and where it was said; only of clients whom the member may see."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Left

from kashuv.desk.layout.addresses import address, towards
from kashuv.desk.layout.sight import Sight
from kashuv.desk.search.gate import hidden_from
from kashuv.foundation.prepared import answers, prepared
from kashuv.foundation.search import finding
from kashuv.foundation.search.finding import Found
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member

WHO = 12
SAID = 8
SHOWN = 90  # letters of what was said
ENOUGH = 3  # letters before the words themselves are searched


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: where it leads, its name, and beside it whose it is."""

    url: str
    name: str
    beside: str = ""
    key: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The answer to `words`: clients and people first, then what was said (if `deeper`)."""

    words: str
    who: tuple[Hit, ...] = ()
    said: tuple[Hit, ...] = ()
    deeper: bool = False


def search_page(member: Member, words: str, *, said: bool = False) -> SearchPage:
    """The answer for this member; without a name that fits the whole, or with `said`, also what was said."""
    if not words:
        return SearchPage("")
    hidden = hidden_from(member)
    found = finding.who(member.workspace_id, words, limit=WHO, hidden=hidden)
    who = [one for one in found if one.client_id]  # a stranger has no page that could be shown
    deeper = (said or not who or finding.half_named(words, who)) and len(words) >= ENOUGH
    told = finding.said(member.workspace_id, words, limit=SAID, hidden=hidden) if deeper else []
    known = _known(Sight.of(member), who, told)
    return SearchPage(words, tuple(_who(who, known)), tuple(_said(told, known)), deeper)


@dataclass(frozen=True, slots=True)
class Known:
    """By its key: the name of each client whom she may see, of each person, and the words of what was said."""

    clients: dict[uuid.UUID, str]
    people: dict[uuid.UUID, str]
    words: dict[uuid.UUID, str]


def _known(sight: Sight, who: list[Found], told: list[Found]) -> Known:
    clients = dict.fromkeys(one.client_id for one in who + told if one.client_id)
    clients, people, entries, promises = answers(
        [
            _clients.asking(sight, tuple(clients)),
            _people.asking(sight.workspace_id, _refs(who, "person")),
            _entries.asking(sight.workspace_id, _refs(told, "entry")),
            _promises.asking(sight.workspace_id, _refs(told, "promise")),
        ]
    )
    words = {key: subject or text for key, subject, text in entries} | dict(promises)
    return Known(dict(clients), dict(people), words)


def _refs(found: list[Found], kind: str) -> tuple[uuid.UUID, ...]:
    return tuple(one.ref for one in found if one.kind == kind)


@prepared
def _clients(sight: Sight, keys: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    return Client.objects.seen_by(sight).filter(id__among=keys).values_list("id", "name")


@prepared
def _people(ws: uuid.UUID, keys: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    return Person.objects.within(ws).filter(id__among=keys).values_list("id", "name")


@prepared
def _entries(ws: uuid.UUID, keys: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    said = Entry.objects.within(ws).filter(id__among=keys)
    return said.values_list("id", Left("subject", SHOWN), Left("text", SHOWN))


@prepared
def _promises(ws: uuid.UUID, keys: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    return Promise.objects.within(ws).filter(id__among=keys).values_list("id", Left("words", SHOWN))


def _who(found: list[Found], known: Known) -> Iterator[Hit]:
    page = towards("client")
    for one in found:
        if one.client_id is None or one.client_id not in known.clients:
            continue
        of = known.clients[one.client_id]
        name = known.people.get(one.ref, of)
        yield Hit(page(one.client_id), name, of if name != of else "", one.client_id)


def _said(found: list[Found], known: Known) -> Iterator[Hit]:
    for one in found:
        if one.client_id not in known.clients or not (words := known.words.get(one.ref)):
            continue
        place = _place(one.kind, one.client_id, one.ref)
        yield Hit(place, words, known.clients[one.client_id])


def _place(kind: str, client: uuid.UUID, ref: uuid.UUID) -> str:
    return address("reading", client, ref) if kind == "entry" else f"{address('client', client)}#owed"
