"""Whom to turn to at a client, and by what channel."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet

from kashuv.foundation.prepared import Rows, prepared
from kashuv.foundation.together import Gather
from kashuv.rooms.clients.models import Address, Manner, Person
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.rules.choice import Known

OBSERVED = 120  # days
Keys = tuple[uuid.UUID, ...]


def people(scope: Scope, clients: Collection[uuid.UUID]) -> Gather[dict[uuid.UUID, list[Known]]]:
    """The human beings at each client who are not merged into others; with mail and phone."""
    keys = tuple(clients)
    rows, addresses = yield [_people.asking(scope, keys), _addresses.asking(scope, keys)]
    reached = _reached(addresses)
    found = defaultdict(list)
    for client, key, name, form, allowed, hears_first, decides in rows:
        mail, phone = reached[key].get("mail", ""), reached[key].get("phone", "")
        found[client].append(Known(key, name, form, allowed, hears_first, decides, mail, phone))
    return found


@prepared
def _people(scope: Scope, clients: Keys) -> QuerySet[Any]:
    return (
        Person.objects.within(scope.workspace_id)
        .filter(client_id__among=clients, nature=Person.Nature.HUMAN, merged_into__isnull=True)
        .order_by("client_id", "id")
        .values_list("client_id", "id", "name", "form", "contact_allowed", "hears_first", "decides")
    )


def _reached(addresses: Rows) -> dict[uuid.UUID, dict[str, str]]:
    """The first mail address and the first phone of each."""
    found: dict[uuid.UUID, dict[str, str]] = defaultdict(dict)
    for person, kind, typed in addresses:
        found[person].setdefault(kind, typed)
    return found


@prepared
def _addresses(scope: Scope, clients: Keys) -> QuerySet[Any]:
    known = Address.objects.within(scope.workspace_id).filter(person__client_id__among=clients)
    return known.order_by("person_id", "id").values_list("person_id", "kind", "typed")


@dataclass(frozen=True, slots=True)
class Channels:
    """What a client stated, in his words, and by what he really answers."""

    stated: str = ""
    observed: str = ""


def channels(scope: Scope, clients: Collection[uuid.UUID]) -> Gather[dict[uuid.UUID, Channels]]:
    keys = tuple(clients)
    wishes, heard = yield [_stated.asking(scope, keys), _heard.asking(scope, keys, scope.ago(OBSERVED))]
    stated: dict[uuid.UUID, str] = dict(wishes)
    observed: dict[uuid.UUID, str] = {}
    for client, kind, _ in heard:
        observed.setdefault(client, kind)
    return {client: Channels(stated.get(client, ""), observed.get(client, "")) for client in keys}


@prepared
def _stated(scope: Scope, clients: Keys) -> QuerySet[Any]:
    wishes = Manner.objects.within(scope.workspace_id).filter(
        client_id__among=clients, kind=Manner.Kind.CHANNEL
    )
    return wishes.order_by("at").values_list("client_id", "words")


@prepared
def _heard(scope: Scope, clients: Keys, since: datetime) -> QuerySet[Any]:
    """By which channels each was heard of late, the usual one first."""
    heard = Entry.objects.within(scope.workspace_id).filter(client_id__among=clients, direction="in")
    lately = heard.filter(at__gte=since, at__lte=scope.at).exclude(kind=Entry.Kind.MEMO)
    return (
        lately.values_list("client_id", "kind")
        .annotate(times=Count("id"))
        .order_by("client_id", "-times", "kind")
    )
