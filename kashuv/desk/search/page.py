"""What search shows: who it is, and where it was said; only of clients whom the member may see."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from kashuv.foundation.search import finding
from kashuv.foundation.search.finding import Found
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member

WHO = 12
SAID = 8
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
    """The answer for this member; without a name that fits, or with `said`, also what was said."""
    if not words:
        return SearchPage("")
    who = finding.who(member.workspace_id, words, limit=WHO)
    deeper = (said or not who) and len(words) >= ENOUGH
    told = finding.said(member.workspace_id, words, limit=SAID) if deeper else []
    seen = _clients(member, who + told)
    return SearchPage(words, tuple(_who(member, who, seen)), tuple(_said(member, told, seen)), deeper)


def _clients(member: Member, found: list[Found]) -> dict[uuid.UUID, str]:
    keys = {one.client_id for one in found if one.client_id}
    return dict(Client.objects.seen_by(member).filter(id__in=keys).values_list("id", "name"))


def _who(member: Member, found: list[Found], seen: dict[uuid.UUID, str]) -> Iterable[Hit]:
    people = [one.ref for one in found if one.kind == "person" and one.client_id in seen]
    names = dict(Person.objects.within(member.workspace_id).filter(id__in=people).values_list("id", "name"))
    for one in found:
        if one.client_id not in seen:
            continue
        of = seen[one.client_id]
        url = reverse("client", args=[one.client_id])
        name = names.get(one.ref, of) if one.kind == "person" else of
        yield Hit(url, name, of if name != of else "", one.client_id)


def _said(member: Member, found: list[Found], seen: dict[uuid.UUID, str]) -> Iterable[Hit]:
    mine = [one for one in found if one.client_id in seen]
    entries = _words(
        Entry.objects.within(member.workspace_id),
        [o.ref for o in mine if o.kind == "entry"],
        "subject",
        "text",
    )
    promises = _words(
        Promise.objects.within(member.workspace_id), [o.ref for o in mine if o.kind == "promise"], "words"
    )
    for one in mine:
        client = one.client_id
        if words := entries.get(one.ref):
            yield Hit(reverse("reading", args=[client, one.ref]), words, seen[client])  # type: ignore[index]
        elif words := promises.get(one.ref):
            yield Hit(f"{reverse('client', args=[client])}#owed", words, seen[client])  # type: ignore[index]


def _words(rows: object, keys: list[uuid.UUID], *fields: str) -> dict[uuid.UUID, str]:
    told = rows.filter(id__in=keys).values_list("id", *fields)  # type: ignore[attr-defined]
    return {key: next((text[:90] for text in texts if text), "") for key, *texts in told}
