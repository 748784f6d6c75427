"""Hebrew, in the form that is his; of the writer nothing is said that would need a gender."""

from __future__ import annotations

from datetime import datetime

from kashuv.rooms.today.rules.choice import Known
from kashuv.rooms.today.rules.days import Day
from kashuv.rooms.today.rules.quoting import quoted, shortened
from kashuv.rooms.today.wording import he
from kashuv.rooms.today.wording.times import hour_of

SUBJECT = "לא שכחתי"
ONE = {"you": "אותך", "to_you": "לך", "with_you": "אצלך", "for_you": "מבחינתך"}
MANY = {"you": "אתכם", "to_you": "לכם", "with_you": "אצלכם", "for_you": "מבחינתכם"}
SHORT = 60


def letter(words: str, due: datetime, to: datetime, person: Known | None, day: Day, me: str) -> str:
    promised, comes = _promised(words, due, person, day), _comes(due, to, person, day)
    parts = (he.hello(person), f"{_remembered(person)} {promised}", comes, me)
    return "\n\n".join(part for part in parts if part)


def note(words: str, due: datetime, to: datetime, person: Known | None, day: Day, me: str) -> str:
    promised, comes = _promised(shortened(words, SHORT), due, person, day), _comes(due, to, person, day)
    return " ".join(part for part in (he.hello(person), _remembered(person), promised, comes, me) if part)


def call(words: str, due: datetime, to: datetime, person: Known | None, day: Day) -> str:
    promised, comes = _promised(words, due, person, day), _comes(due, to, person, day)
    return (
        f"{he.called(person)}{_remembered(person)} {promised} {comes} זה מסתדר {_forms(person)['for_you']}?"
    )


def _forms(person: Known | None) -> dict[str, str]:
    return MANY if person is not None and person.form == "them" else ONE


def _remembered(person: Known | None) -> str:
    return f"לא שכחתי {_forms(person)['you']}."


def _promised(words: str, due: datetime, person: Known | None, day: Day) -> str:
    return f"הבטחתי {_forms(person)['to_you']} ל{he.on(day.of_deadline(due), day)}: {quoted(words, '״', '״')}"


def _comes(due: datetime, to: datetime, person: Known | None, day: Day) -> str:
    comes = f"זה יהיה {_forms(person)['with_you']} עד {_until(to, day)}."
    return f"{comes} סליחה על העיכוב." if due < day.at else comes


def _until(to: datetime, day: Day) -> str:
    date = day.of_deadline(to)
    named = f"יום {he.WEEKDAYS[date.weekday()]}, {date.day} ב{he.MONTHS[date.month - 1]}"
    clock = hour_of(to, day)
    near = {0: "היום", 1: f"מחר, {named}"}.get((date - day.date).days, named)
    return f"{near}, בשעה {clock}" if clock else near
