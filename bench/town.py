"""A made-up town: clients, people, addresses, entries and promises, the same for the same size."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from itertools import islice

from django.db import connection, transaction

from kashuv.foundation.folding import fold
from kashuv.foundation.search import index
from kashuv.foundation.search.finding import sounding
from kashuv.foundation.search.lines import SaidLine, WhoLine
from kashuv.rooms.care import pulse
from kashuv.rooms.clients.models import Address, Client, KeyDate, Person
from kashuv.rooms.conversations.models import Entry, Thread
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Login, Member, Workspace

NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
FIRST = [
    "דליה",
    "יואב",
    "אורית",
    "משה",
    "הדס",
    "בני",
    "רחל",
    "איתן",
    "שירה",
    "עומר",
    "Dana",
    "Tom",
    "Ruth",
    "Alex",
    "Maya",
    "Leo",
    "Nina",
    "Omar",
    "Iris",
    "Paul",
]
LAST = [
    "רוזן",
    "גל",
    "שחם",
    "לוי",
    "כהן",
    "פז",
    "אזולאי",
    "מזרחי",
    "ברק",
    "שפירא",
    "Carmel",
    "Stone",
    "Weiss",
    "Adler",
    "Novak",
    "Berg",
    "Silva",
    "Moss",
    "Hart",
    "Quinn",
]
TRADE = [
    "סטודיו",
    "מאפיית",
    "משרד",
    "מרכז",
    "קליניקת",
    "חברת",
    "Studio",
    "Bakery",
    "Office",
    "Centre",
    "Clinic",
    "House",
]
WORDS = [
    "שלום",
    "תודה",
    "פגישה",
    "מחר",
    "הצעה",
    "מחיר",
    "לוח",
    "זמנים",
    "מסמך",
    "אישור",
    "עדכון",
    "בבקשה",
    "השבוע",
    "הפרויקט",
    "קובץ",
    "חשבונית",
    "לקוח",
    "תשובה",
    "hello",
    "thanks",
    "meeting",
    "tomorrow",
    "offer",
    "price",
    "schedule",
    "document",
    "approval",
    "update",
    "please",
    "week",
    "project",
    "file",
    "answer",
]
CHUNK = 5_000


def stand(clients: int, entries: int) -> Member:
    """The town's owner; the town is built if it does not stand yet."""
    return Member.objects.filter(workspace__slug="town").first() or build(clients, entries)


def build(clients: int, entries: int) -> Member:
    """Builds the town in the empty database; returns the member who owns it."""
    chance = random.Random(20261124)
    noa = _founder()
    with transaction.atomic():
        people = _people(noa, clients, chance)
        _entries(noa, people, entries, chance)
        _promises(noa, people, chance)
    pulse.feel_all(noa.workspace_id, NOW)
    let_postgres_count()
    return noa


def let_postgres_count() -> None:
    """What its autovacuum does within a minute of any large change."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def _founder() -> Member:
    long_ago = NOW - timedelta(days=2000)
    workspace = Workspace.objects.create(name="Town", slug="town", created_at=long_ago)
    login = Login.objects.create(email="noa@town.example", password="!")
    return Member.objects.create(
        workspace=workspace, login=login, name="Noa", email=login.email, role="owner", joined_at=long_ago
    )


def _people(noa: Member, count: int, chance: random.Random) -> list[Person]:
    home = noa.workspace_id
    clients, people, addresses, dates, lines = [], [], [], [], []
    for n in range(count):
        human = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
        name = f"{chance.choice(TRADE)} {human} {n}"
        client = Client(
            workspace_id=home, name=name, folded=fold(name), owner=noa, created_at=NOW, since=NOW.date(),
            language="he" if n % 3 else "en",
        )  # fmt: skip
        person = Person(workspace_id=home, client=client, name=human, folded=fold(human), created_at=NOW)
        mail, phone = f"p{n}@firm{n % 7919}.example", f"05{chance.randrange(10**7, 10**8)}"
        clients.append(client)
        people.append(person)
        addresses += [
            Address(workspace_id=home, person=person, kind="mail", typed=mail, normal=mail),
            Address(
                workspace_id=home, person=person, kind="phone", typed=f"{phone}", normal=f"{n}{phone[1:]}"
            ),
        ]
        dates.append(
            KeyDate(
                workspace_id=home,
                client=client,
                person=person,
                kind="birthday",
                words=human,
                month=chance.randrange(1, 13),
                day=chance.randrange(1, 29),
            )
        )
        lines += [
            WhoLine(workspace_id=home, kind="client", ref=client.id, client_id=client.id, text=f"{fold(name)} {sounding(name)}"),
            WhoLine(
                workspace_id=home, kind="person", ref=person.id, client_id=client.id,
                text=f"{fold(human)} {mail} {phone[1:]} {sounding(human)}",
            ),
        ]  # fmt: skip
    for rows in (clients, people, addresses, dates):
        _store(rows)
    index.write(lines)
    return people


def _entries(noa: Member, people: list[Person], count: int, chance: random.Random) -> None:
    """Talks of unequal length: some clients write daily, most now and then."""
    home, made = noa.workspace_id, 0
    threads, entries, lines = [], [], []
    while made < count:
        person = people[
            min(int(chance.paretovariate(0.7)) - 1, len(people) - 1)
            if made % 4
            else chance.randrange(len(people))
        ]
        thread = Thread(
            workspace_id=home, client_id=person.client_id, root=f"<{made}@town>", subject=_words(chance, 4)
        )
        threads.append(thread)
        at = NOW - timedelta(days=chance.expovariate(1 / 160), minutes=chance.randrange(1440))
        for turn in range(chance.randrange(1, 7)):
            made += 1
            entry = Entry(
                workspace_id=home, client_id=person.client_id, person=person, member=noa, thread=thread,
                identity=f"town:{made}", kind="call" if made % 11 == 0 else "mail", direction="out" if turn % 2 else "in",
                at=min(at + timedelta(hours=5 * turn), NOW), subject=thread.subject, text=_words(chance, 60),
                tongue="he", asks=turn % 2 == 0 and made % 3 == 0,
            )  # fmt: skip
            entries.append(entry)
            lines.append(
                SaidLine(
                    workspace_id=home,
                    kind="entry",
                    ref=entry.id,
                    client_id=person.client_id,
                    text=fold(f"{entry.subject} {entry.text}"),
                )
            )
    _store(threads)
    _store(entries)
    index.write(lines)


def _promises(noa: Member, people: list[Person], chance: random.Random) -> None:
    _store(
        [
            Promise(
                workspace_id=noa.workspace_id,
                client_id=person.client_id,
                person=person,
                member=noa,
                side="ours" if n % 4 else "theirs",
                words=_words(chance, 8),
                identity=f"town:{n}",
                state="open",
                given_at=NOW - timedelta(days=5),
                due_at=NOW + timedelta(days=chance.randrange(-3, 40)),
            )
            for n, person in enumerate(chance.sample(people, len(people) // 10))
        ]
    )


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count)) + f" {chance.randrange(10**5)}"


def _store(rows: list) -> None:  # type: ignore[type-arg]
    waiting = iter(rows)
    while batch := list(islice(waiting, CHUNK)):
        type(batch[0]).objects.bulk_create(batch, batch_size=500)
