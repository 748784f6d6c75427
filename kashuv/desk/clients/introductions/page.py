"""The page of proposed clients: each with the reasons, the people behind the name, and how we are."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from kashuv.desk.clients.how import How, how
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


@dataclass(frozen=True, slots=True)
class IntroductionsPage:
    """The proposals, those we heard from last on top; `more` says that others wait behind them."""

    introduced: tuple[Introduced, ...]
    more: bool


def introductions_page(member: Member, now: datetime) -> IntroductionsPage:
    """The page for this member, in four statements."""
    clients = list(Client.objects.seen_by(member).proposed().order_by("-id")[: PAGE + 1])
    keys = [client.id for client in clients[:PAGE]]
    people = _people(member.workspace_id, keys)
    pulses = {
        pulse.client_id: pulse
        for pulse in Pulse.objects.within(member.workspace_id).filter(client_id__in=keys)
    }
    shown = [_introduced(one, people[one.id], pulses.get(one.id, Pulse()), now) for one in clients[:PAGE]]
    latest = sorted(shown, key=lambda one: one.how.at.timestamp() if one.how.at else 0, reverse=True)
    return IntroductionsPage(tuple(latest), len(clients) > PAGE)


def _people(ws: uuid.UUID, clients: list[uuid.UUID]) -> defaultdict[uuid.UUID, list[tuple[str, str]]]:
    """Names and mail addresses by client."""
    people = Person.objects.within(ws).filter(client_id__in=clients, merged_into__isnull=True)
    mails = dict(
        Address.objects.within(ws)
        .filter(kind=Address.Kind.MAIL, person_id__in=people.values("id"))
        .order_by("-id")
        .values_list("person_id", "typed")
    )
    told: defaultdict[uuid.UUID, list[tuple[str, str]]] = defaultdict(list)
    for key, client, name in people.order_by("id").values_list("id", "client_id", "name"):
        told[client].append((name, mails.get(key, "")))
    return told


def _introduced(client: Client, people: list[tuple[str, str]], pulse: Pulse, now: datetime) -> Introduced:
    return Introduced(
        client.id,
        client.name,
        tuple(wording.sentences(client.because)),
        tuple(people[:PEOPLE]),
        max(0, len(people) - PEOPLE),
        how(pulse, now),
    )
