"""English, plain."""

from __future__ import annotations

from datetime import datetime

from kashuv.rooms.today.rules.choice import Known
from kashuv.rooms.today.rules.days import Day
from kashuv.rooms.today.rules.quoting import quoted, shortened
from kashuv.rooms.today.wording import en
from kashuv.rooms.today.wording.times import hour_of

SUBJECT = "I have not forgotten"
REMEMBERED = "I have not forgotten you."
SHORT = 60


def letter(words: str, due: datetime, to: datetime, person: Known | None, day: Day, me: str) -> str:
    promised, comes = _promised(words, due, day), _comes(due, to, day)
    return "\n\n".join(part for part in (en.hello(person), f"{REMEMBERED} {promised}", comes, me) if part)


def note(words: str, due: datetime, to: datetime, person: Known | None, day: Day, me: str) -> str:
    promised, comes = _promised(shortened(words, SHORT), due, day), _comes(due, to, day)
    return " ".join(part for part in (en.hello(person), REMEMBERED, promised, comes, me) if part)


def call(words: str, due: datetime, to: datetime, person: Known | None, day: Day) -> str:
    promised, comes = _promised(words, due, day), _comes(due, to, day)
    return f"{en.called(person)}{REMEMBERED} {promised} {comes} Does that work for you?"


def _promised(words: str, due: datetime, day: Day) -> str:
    return f"I promised you for {en.on(day.of_deadline(due), day)}: {quoted(words, '“', '”')}"


def _comes(due: datetime, to: datetime, day: Day) -> str:
    comes = f"You will have it by {_until(to, day)}."
    return f"{comes} I am sorry for the wait." if due < day.at else comes


def _until(to: datetime, day: Day) -> str:
    date = day.of_deadline(to)
    named = f"{en.WEEKDAYS[date.weekday()]}, {date.day} {en.MONTHS[date.month - 1]}"
    clock = hour_of(to, day)
    near = {0: "today", 1: f"tomorrow, {named}"}.get((date - day.date).days, named)
    return f"{near}, at {clock}" if clock else near
