"""Introductions: proposes clients out of the people who turn to us; a person confirms or declines, many at once.

What was said with whom is told by the floor above (flows.acquaintance.propose); here it is judged and written.
"""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from kashuv.foundation.folding import fold
from kashuv.foundation.journal import writing as journal
from kashuv.foundation.portions import portions
from kashuv.rooms.clients.lines import write_clients
from kashuv.rooms.clients.models import Address, Client, Person
from kashuv.rooms.clients.rules import names, sources, ties
from kashuv.rooms.clients.rules.domains import own_domain
from kashuv.rooms.clients.rules.ties import Tie
from kashuv.rooms.team.models import Member, Workspace

CHUNK = 500
Standing = Client.Standing
Reached = tuple[str, str]  # a mail address and its own domain


@dataclass(frozen=True, slots=True)
class Circle:
    """People who belong together: of one mail domain, of one organisation, or one human being alone."""

    people: tuple[Person, ...]
    domain: str = ""
    mails: tuple[str, ...] = ()

    @property
    def is_desk(self) -> bool:
        """Whether nothing but role addresses (orders@, billing@) stands behind it."""
        return bool(self.mails) and all(sources.is_role(mail) for mail in self.mails)

    @property
    def organisation(self) -> str:
        """What address books say of where they work."""
        told = Counter(person.organisation for person in self.people if person.organisation)
        return told.most_common(1)[0][0] if told else ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """The new clients, and whose each person is now."""

    clients: list[Client]
    places: dict[uuid.UUID, uuid.UUID]


def circles(workspace_id: uuid.UUID, ours: Iterable[str]) -> list[Circle]:
    """The people without a client, as they belong together; our own firm's are left out."""
    reached = _reached(workspace_id)
    home = {own_domain(mail) for mail in ours} - {""}
    grouped: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in (
        Person.objects.within(workspace_id).strangers().filter(merged_into__isnull=True).order_by("id")
    ):
        domain = next((own for _, own in reached[person.id] if own), "")
        if domain not in home:
            grouped[_key(person, domain)].append(person)
    return [_circle(kind, key, people, reached) for (kind, key), people in grouped.items()]


def _circle(
    kind: str, key: str, people: Sequence[Person], reached: Mapping[uuid.UUID, list[Reached]]
) -> Circle:
    mails = tuple(mail for person in people for mail, _ in reached[person.id])
    return Circle(tuple(people), key if kind == "domain" else "", mails)


def _reached(workspace_id: uuid.UUID) -> dict[uuid.UUID, list[Reached]]:
    """Each stranger's mail addresses with their own domains, in the order in which he was met under them."""
    reached: dict[uuid.UUID, list[Reached]] = defaultdict(list)
    rows = Address.objects.within(workspace_id).filter(kind=Address.Kind.MAIL, person__client__isnull=True)
    for person, mail, domain in rows.order_by("id").values_list("person_id", "normal", "domain"):
        reached[person].append((mail, domain))
    return reached


def _key(person: Person, domain: str) -> tuple[str, str]:
    if domain:
        return "domain", domain
    return ("organisation", fold(person.organisation)) if person.organisation else ("person", str(person.id))


@transaction.atomic
def propose(
    workspace: Workspace,
    circle_ties: Sequence[tuple[Circle, Tie]],
    *,
    signatures: Mapping[uuid.UUID, str],
    owner: Member | None,
    at: datetime,
    origin: uuid.UUID | None,
) -> Proposed:
    """A proposed client for each circle with good reasons.

    A circle whose domain a client has to himself joins that client.
    """
    standing = _of_domains(workspace.id, [circle.domain for circle, _ in circle_ties if circle.domain])
    places: dict[uuid.UUID, uuid.UUID] = {}
    new: list[Client] = []
    for circle, tie in circle_ties:
        client_id = standing.get(circle.domain)
        if client_id is None and (because := ties.reasons(tie, is_desk=circle.is_desk)):
            signature = signatures.get(tie.latest_in, "") if tie.latest_in else ""
            client = _proposal(workspace, circle, tie, because, _name(circle, signature), owner, at, origin)
            new.append(client)
            client_id = client.id
        if client_id is not None:
            places |= {person.id: client_id for person in circle.people}
    _write(new, at)
    return Proposed(new, places)


def _of_domains(workspace_id: uuid.UUID, domains: list[str]) -> dict[str, uuid.UUID]:
    owners: dict[str, set[uuid.UUID]] = defaultdict(set)
    for some in portions(domains):
        rows = Address.objects.within(workspace_id).filter(domain__in=some, person__client__isnull=False)
        for domain, client in rows.values_list("domain", "person__client_id"):
            owners[domain].add(client)
    return {domain: next(iter(some)) for domain, some in owners.items() if len(some) == 1}


def _name(circle: Circle, signature: str) -> str:
    """What an address book says, else the signature, else the domain, else his own name."""
    if circle.organisation:
        return circle.organisation
    if circle.domain:
        return names.firm_in(signature) or names.organisation_from(circle.domain)
    return circle.people[0].name


def _proposal(
    workspace: Workspace,
    circle: Circle,
    tie: Tie,
    because: list[ties.Reason],
    name: str,
    owner: Member | None,
    at: datetime,
    origin: uuid.UUID | None,
) -> Client:
    if circle.domain and len(circle.people) > 1:
        because = [*because, {"reason": "domain", "domain": circle.domain, "people": len(circle.people)}]
    return Client(
        workspace_id=workspace.id,
        name=name[:200],
        folded=fold(name)[:200],
        owner_id=tie.members.most_common(1)[0][0] if tie.members else owner.id if owner else None,
        standing=Standing.PROPOSED,
        because=because,
        since=tie.first.date() if tie.first else None,
        language=ties.language(tie, workspace.language),
        created_at=at,
        origin=origin,
    )


def _write(new: Sequence[Client], at: datetime) -> None:
    Client.objects.bulk_create(new, batch_size=CHUNK)
    write_clients(new)
    journal.write_all(
        journal.line(client.workspace_id, "client.proposed", client.id, at=at, client=client.id)
        for client in new
    )


def confirm(clients: Iterable[Client], *, by: Member, at: datetime) -> int:
    """These are clients; gives how many were not yet."""
    return _turn(
        clients, (Standing.PROPOSED, Standing.DECLINED), Standing.CURRENT, "client.confirmed", by, at
    )


def decline(clients: Iterable[Client], *, by: Member, at: datetime) -> int:
    """These are none; their people are not proposed again."""
    return _turn(clients, (Standing.PROPOSED,), Standing.DECLINED, "client.declined", by, at)


def reconsider(clients: Iterable[Client], *, by: Member, at: datetime) -> int:
    """Undoes `confirm` and `decline`: proposed again."""
    return _turn(
        clients, (Standing.CURRENT, Standing.DECLINED), Standing.PROPOSED, "client.reconsidered", by, at
    )


@transaction.atomic
def _turn(
    clients: Iterable[Client], expected: Sequence[str], to: str, verb: str, by: Member, at: datetime
) -> int:
    """Only what came as a proposal is turned, and only from where the verb expects it."""
    turned = [client for client in clients if client.standing in expected and client.because]
    for some in portions(turned):
        keys = [client.id for client in some]
        Client.objects.within(by.workspace_id).filter(pk__in=keys, standing__in=expected).update(standing=to)
    for client in turned:
        client.standing = to
    journal.write_all(
        journal.line(by.workspace_id, verb, client.id, at=at, by=by.id, client=client.id) for client in turned
    )
    return len(turned)
