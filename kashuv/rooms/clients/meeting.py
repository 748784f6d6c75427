"""Meeting people: each contact of a batch is found by mail, phone or name, or is met for the first time.

Two questions find whom we know, one statement each writes whom we did not; how many they are does not matter.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from kashuv.foundation.folding import digits, fold
from kashuv.foundation.journal import writing as journal
from kashuv.foundation.portions import portions
from kashuv.rooms.clients import lines, memory
from kashuv.rooms.clients.models import Address, Person
from kashuv.rooms.clients.rules import names, sources
from kashuv.rooms.clients.rules.contact import Contact
from kashuv.rooms.clients.rules.domains import own_domain
from kashuv.rooms.team.models import Workspace

CHUNK = 500
Reach = tuple[str, str]  # the kind of an address and its normal form


class Met(dict[Contact, Person]):
    """Who stands behind each contact; `strangers` says how many were met for the first time."""

    strangers = 0


@transaction.atomic
def meet(
    workspace: Workspace,
    contacts: Iterable[Contact],
    *,
    at: datetime,
    origin: uuid.UUID | None = None,
    letters: Mapping[str, set[str]] | None = None,
) -> Met:
    """The person behind each contact; a stranger is made, without a client or with that of his own mail domain.

    `letters` tells of what kinds an address' letters were, so that a newsletter is not taken for a human being.
    """
    told = list(dict.fromkeys(contacts))
    if not told:
        return Met()
    circle = Circle(workspace.id, at, origin, letters or {})
    circle.recall(told)
    met = Met((contact, circle.meet(contact)) for contact in told)
    met.strangers = len(circle.new)
    circle.write()
    memory.keep_told(workspace.id, met, at=at, origin=origin)
    return met


def reaches(contact: Contact) -> list[tuple[Reach, str]]:
    """The addresses of a contact as they compare, each with what was typed."""
    mails = [
        (("mail", mail.strip().lower()[:320]), mail.strip()[:320]) for mail in contact.mails if "@" in mail
    ]
    phones = [
        (("phone", number), phone.strip()[:320])
        for phone in contact.phones
        if (number := digits(phone)[:320])
    ]
    return list({reach: (reach, typed) for reach, typed in mails + phones}.values())


@dataclass
class Circle:
    """Whom we know among the people of one batch."""

    workspace_id: uuid.UUID
    at: datetime
    origin: uuid.UUID | None
    letters: Mapping[str, set[str]]
    by_reach: dict[Reach, Person] = field(default_factory=dict)
    by_name: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    clients: dict[str, uuid.UUID] = field(default_factory=dict)
    new: list[Person] = field(default_factory=list)
    changed: dict[uuid.UUID, Person] = field(default_factory=dict)
    addresses: list[Address] = field(default_factory=list)
    shared: list[tuple[Person, str]] = field(default_factory=list)

    def recall(self, contacts: Sequence[Contact]) -> None:
        """Asks once for everybody whom these contacts may be."""
        wanted = {reach for contact in contacts for reach, _ in reaches(contact)}
        nameless = [fold(contact.name) for contact in contacts if contact.name and not reaches(contact)]
        self._recall_reached(wanted)
        self._recall_named(nameless)
        self._recall_domains(
            {own_domain(mail) for kind, mail in wanted - set(self.by_reach) if kind == "mail"}
        )

    def _recall_reached(self, wanted: set[Reach]) -> None:
        owners: dict[Reach, uuid.UUID] = {}
        for kind in Address.Kind.values:
            for some in portions(sorted(normal for of, normal in wanted if of == kind)):
                rows = Address.objects.within(self.workspace_id).filter(kind=kind, normal__in=some)
                owners |= {
                    (kind, normal): person for normal, person in rows.values_list("normal", "person_id")
                }
        people: dict[uuid.UUID, Person] = {}
        for ids in portions(sorted(set(owners.values()))):
            people |= Person.objects.within(self.workspace_id).in_bulk(ids)
        self.by_reach = {reach: people[person] for reach, person in owners.items()}

    def _recall_named(self, folded: list[str]) -> None:
        for some in portions(folded):
            for person in Person.objects.within(self.workspace_id).filter(
                folded__in=some, merged_into__isnull=True
            ):
                self.by_name[person.folded].append(person)

    def _recall_domains(self, domains: set[str]) -> None:
        """Which client has a domain to himself."""
        of: dict[str, set[uuid.UUID]] = defaultdict(set)
        for some in portions(sorted(domains - {""})):
            rows = Address.objects.within(self.workspace_id).filter(
                domain__in=some, person__client__isnull=False
            )
            for domain, client in rows.values_list("domain", "person__client_id").distinct():
                of[domain].add(client)
        self.clients = {domain: next(iter(some)) for domain, some in of.items() if len(some) == 1}

    def meet(self, contact: Contact) -> Person:
        """The person behind one contact, with what the contact adds to him."""
        told = reaches(contact)
        person = self._reached(contact, told) if told else self._namesake(contact.name)
        if person is None:
            person = self._stranger(contact, told)
        else:
            self._learn(person, contact, told)
        for reach, typed in told:
            if reach not in self.by_reach:
                self._reach(person, reach, typed)
            elif self.by_reach[reach] is not person:
                self.shared.append((person, typed))
        return person

    def _reached(self, contact: Contact, told: Sequence[tuple[Reach, str]]) -> Person | None:
        """By mail; failing that by phone, unless the phone is known under quite another name (an office's)."""
        known = [
            (kind, self.by_reach[kind, normal])
            for (kind, normal), _ in told
            if (kind, normal) in self.by_reach
        ]
        by_mail = next((person for kind, person in known if kind == "mail"), None)
        by_phone = next((person for kind, person in known if kind == "phone"), None)
        if by_mail or by_phone is None or not contact.mails or names.alike(by_phone.name, contact.name):
            return by_mail or by_phone
        return None

    def _namesake(self, name: str) -> Person | None:
        """The one person of that name; two are nobody."""
        found = self.by_name.get(fold(name), [])
        return found[0] if len(found) == 1 else None

    def _stranger(self, contact: Contact, told: Sequence[tuple[Reach, str]]) -> Person:
        mail = next((normal for (kind, normal), _ in told if kind == "mail"), "")
        name = (
            names.clean(contact.name)
            or names.guessed(mail)
            or (told[0][1] if told else contact.name.strip())
            or "?"
        )
        person = Person(
            workspace_id=self.workspace_id,
            name=name[:200],
            folded=fold(name)[:200],
            role=contact.role[:120],
            organisation=contact.organisation[:200],
            nature=sources.nature_of(mail, self.letters.get(mail, ())),
            created_at=self.at,
            origin=self.origin,
        )
        if person.nature == Person.Nature.HUMAN:
            person.client_id = self.clients.get(own_domain(mail)) if mail else None
        self.new.append(person)
        if not told:
            self.by_name[person.folded].append(person)
        return person

    def _learn(self, person: Person, contact: Contact, told: Sequence[tuple[Reach, str]]) -> None:
        """A better name, a role, a workplace; and a machine that turned out to be human."""
        mail = next((normal for (kind, normal), _ in told if kind == "mail"), "")
        before = (person.name, person.role, person.organisation, person.nature)
        if names.better(person.name, told_name := names.clean(contact.name), mail):
            person.name, person.folded = told_name, fold(told_name)[:200]
        person.role = person.role or contact.role[:120]
        person.organisation = person.organisation or contact.organisation[:200]
        if person.nature in (
            Person.Nature.NEWSLETTER,
            Person.Nature.AUTOMATIC,
        ) and "person" in self.letters.get(mail, ()):
            person.nature = sources.nature_of(mail, {"person"})
        if before != (person.name, person.role, person.organisation, person.nature):
            self.changed[person.id] = person

    def _reach(self, person: Person, reach: Reach, typed: str) -> None:
        self.by_reach[reach] = person
        self.changed[person.id] = person
        self.addresses.append(Address.reaching(person, reach, typed, origin=self.origin))

    def write(self) -> None:
        """Rows, search lines and journal, a few statements in all."""
        Person.objects.bulk_create(self.new, batch_size=CHUNK)
        Address.objects.bulk_create(self.addresses, batch_size=CHUNK)
        fresh = {person.id for person in self.new}
        older = [person for key, person in self.changed.items() if key not in fresh]
        if older:
            fields = ["name", "folded", "role", "organisation", "nature"]
            Person.objects.within(self.workspace_id).bulk_update(older, fields, batch_size=100)
        memory.keep_shared(self.workspace_id, self.shared, at=self.at)
        self._write_lines()
        journal.write_all(
            journal.line(self.workspace_id, "person.met", person.id, at=self.at, client=person.client_id)
            for person in self.new
        )

    def _write_lines(self) -> None:
        """A stranger's addresses are all at hand; of somebody known, the older ones are asked for."""
        fresh = {person.id for person in self.new}
        reached: dict[uuid.UUID, list[str]] = defaultdict(list)
        for address in self.addresses:
            reached[address.person_id].append(address.normal)
        lines.write_people(self.new, reached)
        lines.refresh_lines(self.workspace_id, person_ids=[key for key in self.changed if key not in fresh])
