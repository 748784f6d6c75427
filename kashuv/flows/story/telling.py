"""Tells a story: its people are met, its words are taken in, its promises stand in the ledger, as in real life."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Any

from django.db import transaction

from kashuv.flows.incoming import take_in
from kashuv.flows.story.book import Book, Nonsense, Page
from kashuv.flows.story.voices import Voice, arrived, identity_of
from kashuv.rooms.care import pulse
from kashuv.rooms.clients import register
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.clients.rules.contact import Contact
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.promises import ledger
from kashuv.rooms.team.models import Member, Workspace


@dataclass
class Told:
    """A story that was told; `names` leads from our keys back to the story's own ids."""

    book: Book
    workspace: Workspace
    members: dict[str, Member] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)
    people: dict[tuple[str, str], Voice] = field(default_factory=dict)
    voices: dict[str, list[Voice]] = field(default_factory=dict)
    names: dict[uuid.UUID, str] = field(default_factory=dict)

    def client(self, name: str, place: str) -> Client:
        if name not in self.clients:
            raise Nonsense(f"{place} speaks of the client {name!r}, who is not in the story")
        return self.clients[name]

    def member(self, email: str | None) -> Member | None:
        return self.members.get((email or "").strip().lower())


@transaction.atomic
def tell(book: Book) -> Told:
    """Tells the whole story up to its `now`."""
    told = Told(book, _found(book))
    _gather_members(told)
    for page in book.part("clients"):
        _admit(told, page)
    _say_all(told)
    for page in book.part("promises"):
        _promise(told, page)
    pulse.feel_all(told.workspace.id, book.now)
    return told


def _found(book: Book) -> Workspace:
    letters = "".join(
        f"{page.get('name', '')}{page.get('text', '')}"
        for part in ("clients", "entries")
        for page in book.part(part)
    )
    return Workspace.objects.create(
        name="A story",
        slug="story",
        language=_language(letters),
        time_zone=book.zone.key,
        created_at=book.now,
    )


def _language(text: str) -> str:
    """Hebrew if at least a third of the letters are: names and links are Latin in both."""
    hebrew = sum("א" <= c <= "ת" for c in text)
    latin = sum(c.isascii() and c.isalpha() for c in text)
    return "he" if hebrew * 2 >= latin else "en"


def _gather_members(told: Told) -> None:
    me = (told.book.pages.get("me") or "").strip().lower()
    pages = list(told.book.part("members"))
    if me and me not in {page["email"].strip().lower() for page in pages}:
        pages.append({"email": me, "role": "owner"})
    for page in pages:
        email = page["email"].strip().lower()
        member = Member.objects.create(
            workspace=told.workspace,
            name=page.get("name") or email.partition("@")[0],
            email=email,
            role=page.get("role") or Member.Role.MEMBER,
            language=told.workspace.language,
            joined_at=told.book.now,
        )
        told.members[email] = member
        told.names[member.id] = email


def _admit(told: Told, page: Page) -> None:
    """One client, with his people, his wishes, and what is known of him."""
    admitted = told.book.now
    client = register.admit(
        told.workspace,
        page["name"],
        owner=_owner(told, page),
        by=None,
        at=admitted,
        since=told.book.moment(page["since"]).date() if page.get("since") else None,
        cadence_days=page.get("cadence_days") or None,
        exclusive=bool(page.get("exclusive")),
        services=page.get("services") or [],
        language=_language(page["name"] + _words_with(told.book, page["id"])),
    )
    told.clients[page["id"]] = client
    told.names[client.id] = page["id"]
    _meet(told, client, page)
    for kind in ("channel", "hours"):
        if page.get(kind):
            register.state_manner(client, kind, str(page[kind]), by=None, at=admitted)
    for words in page.get("facts") or []:
        register.remember(client, words, by=None, at=admitted)


def _owner(told: Told, page: Page) -> Member | None:
    owner = told.member(page.get("owner"))
    if page.get("owner") and owner is None:
        raise Nonsense(
            f"the client {page['id']!r} is owned by {page['owner']!r}, who is no member of the story"
        )
    return owner


def _words_with(book: Book, client: str) -> str:
    return "".join(page.get("text") or "" for page in book.part("entries") if page.get("client") == client)


def _meet(told: Told, client: Client, page: Page) -> None:
    """The people of a client; where the story names none, the client himself is one."""
    people = page.get("people") or [{"id": "", "name": page["name"]}]
    voices = [_voice(page, one) for one in people]
    met = register.meet(told.workspace, [voice.contact for voice in voices], at=told.book.now)
    register.assign_all(
        told.workspace.id, {person.id: client.id for person in met.values()}, by=None, at=told.book.now
    )
    for one, voice in zip(people, voices, strict=True):
        person = met[voice.contact]
        form = one.get("address") or Person.Form.UNKNOWN
        Person.objects.within(told.workspace.id).filter(pk=person.id).update(form=form)
        told.names[person.id] = one.get("id") or page["id"]
        told.people[page["id"], one.get("id") or ""] = voice
        told.voices.setdefault(page["id"], []).append(voice)


def _voice(page: Page, one: Mapping[str, Any]) -> Voice:
    """A person of the story; one without mail and phone is known by an address that leads nowhere."""
    mail, phone = (one.get("email") or "").strip(), (one.get("phone") or "").strip()
    nowhere = f"{uuid.uuid5(uuid.NAMESPACE_OID, repr((page['id'], one.get('id')))).hex[:12]}@nowhere.invalid"
    mails = (mail,) if mail else () if phone else (nowhere,)
    name = one.get("name") or page["name"]
    return Voice(Contact(name, mails, (phone,) if phone else (), role=one.get("role") or ""), bool(mail))


def _say_all(told: Told) -> None:
    """Everything that was said, oldest first, each member's own together."""
    pages = sorted(told.book.part("entries"), key=lambda page: told.book.moment(page["at"]))
    by_member: dict[str, list[Page]] = {}
    for page in pages:
        by_member.setdefault((page.get("by") or told.book.pages.get("me") or "").lower(), []).append(page)
    for email, some in by_member.items():
        hear = partial(arrived, told.book, me=_address(told, email))
        items = [hear(page, _speaker(told, page)) for page in some]
        take_in(told.workspace, items, shipment=None, by=told.member(email), at=told.book.now.astimezone(UTC))
    _name_entries(told, pages)


def _address(told: Told, email: str) -> str:
    return email or next(iter(told.members), "me@nowhere.invalid")


def _speaker(told: Told, page: Page) -> Voice | None:
    """Who is on the other side of an entry: the person that it names, else the client's first."""
    client = page.get("client")
    if client is None:
        return None
    told.client(client, f"the entry {page['id']!r}")
    named = told.people.get((client, page.get("person") or ""))
    return named or next(iter(told.voices[client]))


def _name_entries(told: Told, pages: list[Page]) -> None:
    ids = {identity_of(page): page["id"] for page in pages}
    entries = Entry.objects.within(told.workspace.id).values_list("id", "identity", "letter__message_id")
    for key, identity, message_id in entries:
        told.names[key] = ids.get(f"<{(message_id or '').strip('<>')}>") or ids.get(identity, "")


def _promise(told: Told, page: Page) -> None:
    """A promise with all that became of it."""
    moment = told.book.moment
    client = told.client(page["client"], f"the promise {page['id']!r}")
    promise = ledger.note(
        client,
        page["words"],
        side=page.get("side") or "ours",
        due_at=_deadline(told.book, page.get("due")),
        by=client.owner,
        at=moment(page["given_at"]),
    )
    told.names[promise.id] = page["id"]
    for move in sorted(page.get("moves") or [], key=lambda move: moment(move["at"])):
        to = moment(move["to"], deadline=True)
        ledger.move(
            promise,
            to,
            reason=move.get("reason") or "",
            told=bool(move.get("told")),
            by=None,
            at=moment(move["at"]),
        )
    for key, end in (("kept_at", ledger.keep), ("released_at", ledger.release)):
        if page.get(key) and moment(page[key]) <= told.book.now:
            end(promise, by=None, at=moment(page[key]))


def _deadline(book: Book, text: str | None) -> datetime | None:
    return book.moment(text, deadline=True) if text else None
