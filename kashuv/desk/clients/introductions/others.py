"""Everybody else: people who belong to no client, those heard last on top, or those whom a few words name."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Left
from django.utils.http import urlencode

from kashuv.foundation.prepared import answers, prepared
from kashuv.foundation.search import finding
from kashuv.rooms.clients.models import Address, Person
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.team.models import Member

PAGE = 50
FARTHEST = 200  # pages; whoever looks for one so far behind searches by name
SHOWN = 90  # letters of what was said


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody of whom no client is known: how he is reached, where he works, and what was said last."""

    id: uuid.UUID
    name: str
    organisation: str
    reached: str
    words: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class OthersPage:
    """The answer to `words`, or a page of all; `onward` is the query of the next."""

    words: str
    others: tuple[Other, ...]
    onward: str


def others_page(member: Member, words: str, page: int = 0) -> OthersPage:
    """The page for this member, in three statements, or four if somebody is searched for."""
    ws = member.workspace_id
    if words:
        keys = tuple(one.ref for one in finding.who(ws, words, PAGE, served=False))
        order = {key: place for place, key in enumerate(keys)}
        rows = sorted(_named(ws, keys), key=lambda row: order[row[0]])
        return OthersPage(words, _told(ws, rows), "")
    rows = _latest(ws, page * PAGE)
    more = len(rows) > PAGE and page < FARTHEST
    return OthersPage("", _told(ws, rows[:PAGE]), urlencode({"page": page + 1}) if more else "")


COLUMNS = ("id", "name", "organisation", "last")


def _others(ws: uuid.UUID) -> QuerySet[Any]:
    """Human beings who belong to no client, each with the key of what was said last."""
    said = Entry.objects.within(ws).filter(person_id=OuterRef("pk")).order_by("-at")
    people = Person.objects.within(ws).strangers().filter(merged_into__isnull=True)
    return people.annotate(last=Subquery(said.values("id")[:1]), heard=Subquery(said.values("at")[:1]))


@prepared
def _latest(ws: uuid.UUID, start: int) -> QuerySet[Any]:
    ordered = _others(ws).order_by(F("heard").desc(nulls_last=True), "-id")
    return ordered.values_list(*COLUMNS)[start : start + PAGE + 1]


@prepared
def _named(ws: uuid.UUID, keys: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    return _others(ws).filter(id__among=keys).values_list(*COLUMNS)


def _told(ws: uuid.UUID, rows: list[tuple[Any, ...]]) -> tuple[Other, ...]:
    people, last = tuple(row[0] for row in rows), tuple(row[3] for row in rows if row[3])
    said, reached = answers([_said.asking(ws, last), _reached.asking(ws, people)])
    words = {key: (subject or text, at) for key, subject, text, at in said}
    reach = dict(reached)
    return tuple(
        Other(key, name, organisation, reach.get(key, ""), *words.get(entry, ("", None)))
        for key, name, organisation, entry in rows
    )


@prepared
def _said(ws: uuid.UUID, keys: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    said = Entry.objects.within(ws).filter(id__among=keys)
    return said.values_list("id", Left("subject", SHOWN), Left("text", SHOWN), "at")


@prepared
def _reached(ws: uuid.UUID, people: tuple[uuid.UUID, ...]) -> QuerySet[Any]:
    """A mail address, or else a phone; of several the first that was met."""
    held = Address.objects.within(ws).filter(person_id__among=people)
    return held.order_by("-kind", "-id").values_list("person_id", "typed")
