"""The page of proposed clients: each with the reasons, the people behind the name, and how we are."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, F, OuterRef, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber

from kashuv.desk.clients.how import How, how
from kashuv.desk.layout.seen import Seen
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.clients import wording
from kashuv.rooms.clients.models import Address, Client, Person
from kashuv.rooms.team.models import Member

PAGE = 50
PEOPLE = 4  # behind one name; the rest is counted


@dataclass(frozen=True, slots=True)
class Introduced:
    """A proposed client: the name that may be corrected, why, who stands behind it, and one line on how we are."""

    id: uuid.UUID
    name: str
    because: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    more: int
    how: How


@dataclass(slots=True)
class Behind:
    """The people behind a name: the first few, and how many there are."""

    people: list[tuple[str, str]] = field(default_factory=list)
    count: int = 0


@dataclass(frozen=True, slots=True)
class IntroductionsPage:
    """The proposals, those we heard from last on top; `more` says that others wait behind them."""

    introduced: tuple[Introduced, ...]
    more: bool


def introductions_page(member: Member, now: datetime) -> IntroductionsPage:
    """The page for this member, in four statements."""
    clients = list(_latest(member)[: PAGE + 1])
    keys = [client.id for client in clients[:PAGE]]
    people = _people(member.workspace_id, keys)
    pulses = {
        pulse.client_id: pulse
        for pulse in Pulse.objects.within(member.workspace_id).filter(client_id__in=keys)
    }
    seen = Seen.at(now)
    shown = [_introduced(one, people[one.id], pulses.get(one.id, Pulse()), seen) for one in clients[:PAGE]]
    return IntroductionsPage(tuple(shown), len(clients) > PAGE)


def _latest(member: Member) -> QuerySet[Client]:
    """Of all proposals, those first from whom we heard last."""
    heard = Pulse.objects.within(member.workspace_id).filter(client_id=OuterRef("pk")).values("last_at")
    proposed = Client.objects.seen_by(member).proposed().annotate(heard=Subquery(heard))
    return proposed.order_by(F("heard").desc(nulls_last=True), "-id")


def _people(ws: uuid.UUID, clients: list[uuid.UUID]) -> defaultdict[uuid.UUID, Behind]:
    """The first few behind each client, and how many there are."""
    places = {"partition_by": F("client_id")}
    rows = list(
        Person.objects.within(ws)
        .filter(client_id__in=clients, merged_into__isnull=True)
        .annotate(place=Window(RowNumber(), order_by="id", **places), all=Window(Count("id"), **places))
        .filter(place__lte=PEOPLE)
        .order_by("client_id", "place")
        .values_list("id", "client_id", "name", "all")
    )
    mails = dict(
        Address.objects.within(ws)
        .filter(kind=Address.Kind.MAIL, person_id__in=[key for key, *_ in rows])
        .order_by("-id")
        .values_list("person_id", "typed")
    )
    told: defaultdict[uuid.UUID, Behind] = defaultdict(Behind)
    for key, client, name, count in rows:
        told[client].people.append((name, mails.get(key, "")))
        told[client].count = count
    return told


def _introduced(client: Client, behind: Behind, pulse: Pulse, seen: Seen) -> Introduced:
    return Introduced(
        client.id,
        client.name,
        tuple(wording.sentences(client.because)),
        tuple(behind.people),
        behind.count - len(behind.people),
        how(client, pulse, seen),
    )
