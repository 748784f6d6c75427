"""Whom to turn to at a client, and by what channel."""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count

from kashuv.rooms.clients.models import Address, Manner, Person
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.rules.choice import Known

OBSERVED = timedelta(days=120)


def people(scope: Scope, clients: Collection[uuid.UUID]) -> dict[uuid.UUID, list[Known]]:
    """The human beings at each client who are not merged into others; with mail and phone."""
    rows = (
        Person.objects.within(scope.workspace_id)
        .filter(client_id__in=clients, nature=Person.Nature.HUMAN, merged_into__isnull=True)
        .order_by("client_id", "id")
        .values_list("client_id", "id", "name", "form", "contact_allowed", "hears_first", "decides")
    )
    rows = list(rows)
    reached = _addresses(scope, [row[1] for row in rows])
    found = defaultdict(list)
    for client, key, name, form, allowed, hears_first, decides in rows:
        mail, phone = reached[key].get("mail", ""), reached[key].get("phone", "")
        found[client].append(Known(key, name, form, allowed, hears_first, decides, mail, phone))
    return found


def _addresses(scope: Scope, people: Collection[uuid.UUID]) -> dict[uuid.UUID, dict[str, str]]:
    """The first mail address and the first phone of each."""
    rows = Address.objects.within(scope.workspace_id).filter(person_id__in=people).order_by("person_id", "id")
    found: dict[uuid.UUID, dict[str, str]] = defaultdict(dict)
    for person, kind, typed in rows.values_list("person_id", "kind", "typed"):
        found[person].setdefault(kind, typed)
    return found


@dataclass(frozen=True, slots=True)
class Channels:
    """What a client stated, in his words, and by what he really answers."""

    stated: str = ""
    observed: str = ""


def channels(scope: Scope, clients: Collection[uuid.UUID]) -> dict[uuid.UUID, Channels]:
    stated, observed = _stated(scope, clients), _observed(scope, clients)
    return {client: Channels(stated.get(client, ""), observed.get(client, "")) for client in clients}


def _stated(scope: Scope, clients: Collection[uuid.UUID]) -> dict[uuid.UUID, str]:
    wishes = Manner.objects.within(scope.workspace_id).filter(client_id__in=clients, kind=Manner.Kind.CHANNEL)
    return dict(wishes.order_by("at").values_list("client_id", "words"))


def _observed(scope: Scope, clients: Collection[uuid.UUID]) -> dict[uuid.UUID, str]:
    """The channel by which each was heard most often of late."""
    rows = (
        Entry.objects.within(scope.workspace_id)
        .filter(client_id__in=clients, direction="in", at__range=(scope.at - OBSERVED, scope.at))
        .exclude(kind=Entry.Kind.MEMO)
        .values_list("client_id", "kind")
        .annotate(times=Count("id"))
    )
    heard: dict[uuid.UUID, Counter[str]] = defaultdict(Counter)
    for client, kind, times in rows:
        heard[client][kind] = times
    return {client: counts.most_common(1)[0][0] for client, counts in heard.items()}
