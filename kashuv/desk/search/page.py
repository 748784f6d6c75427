"""What search shows: who it is, and where it was said; only of clients whom the member may see, and of people who belong
to none yet."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Left
from django.urls import reverse
from django.utils.http import urlencode

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
BESIDE = 3  # people without a client who are shown however many clients are
ENOUGH = 3  # letters before the words themselves are searched


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: where it leads, its name, and beside it whose it is; `stranger` if that is no client yet."""

    url: str
    name: str
    beside: str = ""
    key: uuid.UUID | None = None
    stranger: bool = False


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
    who = finding.who(member.workspace_id, words, limit=WHO, hidden=hidden)
    deeper = (said or not who or finding.half_named(words, who)) and len(words) >= ENOUGH
    told = finding.said(member.workspace_id, words, limit=SAID, hidden=hidden) if deeper else []
    known = _known(Sight.of(member), who, told)
    met = _beside([*_who(who, known)], [*_strangers(who, known)], WHO)
    return SearchPage(words, met, _beside([*_said(told, known)], [*_said_by(told, known)], SAID), deeper)


def _beside(served: list[Hit], strangers: list[Hit], limit: int) -> tuple[Hit, ...]:
    """Those of clients, and in the room that they leave, or a little beside them, the others."""
    return (*served, *strangers[: max(limit - len(served), BESIDE)])


@dataclass(frozen=True, slots=True)
class Known:
    """By its key: the name of each client whom she may see, of each person, of each who belongs to no client, the words
    of what was said, and the name of the stranger with whom it was."""

    clients: dict[uuid.UUID, str]
    people: dict[uuid.UUID, str]
    strangers: dict[uuid.UUID, str]
    words: dict[uuid.UUID, str]
    with_whom: dict[uuid.UUID, str]


def _known(sight: Sight, who: list[Found], told: list[Found]) -> Known:
    """What the lines found stand for; told to the database at once."""
    ws = sight.workspace_id
    clients = dict.fromkeys(one.client_id for one in who + told if one.client_id)
    served, loose = _apart(who)
    of_clients, of_nobody = _apart(told)
    names, people, strangers, entries, others, promises = answers(
        [
            _clients.asking(sight, tuple(clients)),
            _people.asking(ws, _refs(served, "person")),
            _alone.asking(ws, _refs(loose, "person")),
            _entries.asking(ws, _refs(of_clients, "entry")),
            _entries_of_nobody.asking(ws, _refs(of_nobody, "entry")),
            _promises.asking(ws, _refs(of_clients, "promise")),
        ]
    )
    words = {key: subject or text for key, subject, text, *_ in (*entries, *others)} | dict(promises)
    with_whom = {key: name for key, _, _, name in others}
    return Known(dict(names), dict(people), dict(strangers), words, with_whom)


def _apart(found: list[Found]) -> tuple[list[Found], list[Found]]:
    """Those of clients, and those of nobody's."""
    return [one for one in found if one.client_id], [one for one in found if not one.client_id]


def _refs(found: list[Found], kind: str) -> tuple[uuid.UUID, ...]:
    return tuple(one.ref for one in found if one.kind == kind)


@prepared
def _clients(sight: Sight, keys: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    return Client.objects.seen_by(sight).filter(id__among=keys).values_list("id", "name")


@prepared
def _people(ws: uuid.UUID, keys: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    return Person.objects.within(ws).filter(id__among=keys).values_list("id", "name")


@prepared
def _alone(ws: uuid.UUID, keys: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    return Person.objects.within(ws).strangers().filter(id__among=keys).values_list("id", "name")


@prepared
def _entries(ws: uuid.UUID, keys: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    said = Entry.objects.within(ws).filter(id__among=keys)
    return said.values_list("id", Left("subject", SHOWN), Left("text", SHOWN))


@prepared
def _entries_of_nobody(ws: uuid.UUID, keys: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    """Of newsletters nothing is shown."""
    human = {"person__client__isnull": True, "person__nature": Person.Nature.HUMAN}
    said = Entry.objects.within(ws).filter(id__among=keys, client__isnull=True, **human)
    return said.values_list("id", Left("subject", SHOWN), Left("text", SHOWN), "person__name")


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


def _strangers(found: list[Found], known: Known) -> Iterator[Hit]:
    for one in found:
        if name := known.strangers.get(one.ref):
            yield Hit(_among_others(name), name, stranger=True)


def _said_by(found: list[Found], known: Known) -> Iterator[Hit]:
    for one in found:
        if name := known.with_whom.get(one.ref):
            yield Hit(_among_others(name), known.words[one.ref] or name, name, stranger=True)


def _among_others(name: str) -> str:
    """People without a client have no page of their own; they are looked up among each other."""
    return f"{reverse('others')}?{urlencode({'q': name})}"


def _said(found: list[Found], known: Known) -> Iterator[Hit]:
    for one in found:
        if one.client_id not in known.clients or not (words := known.words.get(one.ref)):
            continue
        place = _place(one.kind, one.client_id, one.ref)
        yield Hit(place, words, known.clients[one.client_id])


def _place(kind: str, client: uuid.UUID, ref: uuid.UUID) -> str:
    return address("reading", client, ref) if kind == "entry" else f"{address('client', client)}#owed"
