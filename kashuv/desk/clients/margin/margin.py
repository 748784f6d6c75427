"""The margin: the client's file in short: people, manners, days, details, what happened. One question for all of it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.db.models import Case, F, IntegerField, QuerySet, Value, When

from kashuv.desk.clients.margin.contact import days_asked
from kashuv.desk.clients.margin.differing import differs
from kashuv.desk.clients.margin.habits import Habits
from kashuv.desk.clients.margin.observed import told_habits
from kashuv.desk.clients.together import Piece, piece, together
from kashuv.desk.clients.words import FORMS, MANNERS, VERBS
from kashuv.desk.layout import times
from kashuv.desk.layout.seen import tongue
from kashuv.foundation.journal.event import Event
from kashuv.foundation.prepared import prepared
from kashuv.rooms.clients import wording
from kashuv.rooms.clients.models import Address, Detail, KeyDate, Manner, Person

HAPPENED = 8
PARTS = ("people", "wishes", "days", "details")
MOST = 12  # of each part, unless all is asked for
LEAP = 2024  # a year that has every day


@dataclass(frozen=True, slots=True)
class Someone:
    """A person at the client with his addresses; `flags` are 1 decides, 2 hears first, 4 may be contacted."""

    id: uuid.UUID
    name: str
    role: str
    form: object
    flags: int
    mails: tuple[str, ...]
    phones: tuple[str, ...]

    @property
    def decides(self) -> bool:
        return bool(self.flags & 1)

    @property
    def hears_first(self) -> bool:
        return bool(self.flags & 2)

    @property
    def may_be_contacted(self) -> bool:
        return bool(self.flags & 4)


@dataclass(frozen=True, slots=True)
class Wish:
    """A stated manner, and the sentence that says where what is observed differs."""

    id: uuid.UUID
    kind: object
    words: str
    differs: str


@dataclass(frozen=True, slots=True)
class Day:
    """A key date; `year` is None where it is not known."""

    id: uuid.UUID
    words: str
    month: int
    day: int
    year: int | None

    @property
    def said(self) -> str:
        """The date, with its year if it is known."""
        on = date(self.year or LEAP, self.month, self.day)
        return times.TONGUES[tongue()].plain_date(on, with_year=self.year is not None)


@dataclass(frozen=True, slots=True)
class Known:
    """A detail: a sentence worth remembering, where it comes from, since when."""

    id: uuid.UUID
    words: str
    source: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Happened:
    """A line of the journal in words."""

    said: object
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Margin:
    """Everything beside the stream, or the first of it; `more` counts what is left out of each part."""

    people: tuple[Someone, ...] = ()
    wishes: tuple[Wish, ...] = ()
    days: tuple[Day, ...] = ()
    details: tuple[Known, ...] = ()
    happened: tuple[Happened, ...] = ()
    seen: tuple[str, ...] = ()
    more: Mapping[str, int] = field(default_factory=dict)


@prepared
def asked(ws: uuid.UUID, client: uuid.UUID, since: datetime) -> QuerySet:
    """The whole file, and the days of contact since then, in one question."""
    own = {"workspace_id": ws, "client_id": client}
    flags = _flag("decides", 1) + _flag("hears_first", 2) + _flag("contact_allowed", 4)
    people = Person.objects.filter(**own, merged_into__isnull=True)
    addresses = Address.objects.within(ws).filter(person_id__in=people.values("id"))
    latest = Event.objects.filter(**own, verb__in=list(VERBS)).order_by("-at").values("id")[:HAPPENED]
    return together(
        piece(
            "person", people, of="client_id", kind="form", what="nature", words="name", more="role",
            first=flags, last=Value(0), share=Value(0.0), at="created_at",
        ),
        piece("address", addresses, of="person_id", kind="kind", words="typed"),
        piece("manner", Manner.objects.filter(**own), kind="kind", words="words"),
        piece("day", KeyDate.objects.filter(**own), kind="kind", words="words", first=F("month") * 100 + F("day"), last="year"),
        piece("detail", Detail.objects.filter(**own), words="words", more="source", at="at"),
        piece("event", Event.objects.filter(**own, id__in=latest), kind="verb", at="at"),
        days_asked(ws, client, since),
    )  # fmt: skip


def _flag(name: str, weight: int) -> Case:
    return Case(When(**{name: True}, then=Value(weight)), default=Value(0), output_field=IntegerField())


def margin(told: dict[str, list[Piece]], seen: Habits, *, whole: bool = False) -> Margin:
    """The answers put together."""
    file = _whole(told, seen)
    return file if whole else _short(file)


def _short(file: Margin) -> Margin:
    parts = {name: getattr(file, name) for name in PARTS}
    more = {name: len(part) - MOST for name, part in parts.items() if len(part) > MOST}
    return replace(file, more=more, **{name: part[:MOST] for name, part in parts.items()})


def _whole(told: dict[str, list[Piece]], seen: Habits) -> Margin:
    addresses = told.get("address", [])
    happened = sorted(told.get("event", []), key=lambda p: (p.at, p.id), reverse=True)
    return Margin(
        people=tuple(_someone(one, addresses) for one in sorted(told.get("person", []), key=lambda p: p.id)),
        wishes=tuple(_wish(one, seen) for one in sorted(told.get("manner", []), key=lambda p: p.id)),
        days=tuple(_day(one) for one in sorted(told.get("day", []), key=lambda p: p.first or 0)),
        details=tuple(
            Known(one.id, one.words or "", one.more or "", one.at)
            for one in sorted(told.get("detail", []), key=lambda p: p.id, reverse=True)
        ),
        happened=tuple(Happened(VERBS[one.kind or ""], one.at) for one in happened),
        seen=told_habits(seen),
    )


def _someone(one: Piece, addresses: list[Piece]) -> Someone:
    his = [address for address in addresses if address.of == one.id]
    return Someone(
        id=one.id,
        name=one.words or "",
        role=one.more or "",
        form=FORMS[one.kind or "unknown"],
        flags=one.first or 0,
        mails=tuple(address.words or "" for address in his if address.kind == "mail"),
        phones=tuple(address.words or "" for address in his if address.kind == "phone"),
    )


def _wish(one: Piece, seen: Habits) -> Wish:
    words, kind = one.words or "", one.kind or "other"
    return Wish(one.id, MANNERS[kind], words, differs(kind, words, seen))


def _day(one: Piece) -> Day:
    month, day = divmod(one.first or 101, 100)
    return Day(one.id, wording.day(one.kind or "", one.words or ""), month, day, one.last)
