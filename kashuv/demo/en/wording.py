"""Small words in English: days, months, signatures, echoes, what promises are called."""

from __future__ import annotations

from datetime import datetime

from kashuv.demo.stage import Beat

DIRECTION = "ltr"

DRAFT_WORDS = "an updated draft of the press release"
LIST_WORDS = "the updated press list with contact details"
PLAN_WORDS = "the work plan for next quarter"
PICTURES_WORDS = "high-resolution pictures of the event"
MOVE_REASON = "the designer is ill, the figures came late"


def weekday(day: datetime) -> str:
    return f"{day:%A}"


def by(day: datetime) -> str:
    return f"by {weekday(day)}"


def on(day: datetime) -> str:
    return f"on {weekday(day)}"


def month(day: datetime) -> str:
    return f"{day:%B}"


def date(day: datetime) -> str:
    return f"{day.day} {month(day)}"


def birthday(name: str, day: datetime) -> str:
    return f"{name}'s birthday: {date(day)}"


def contract_end(day: datetime) -> str:
    return f"The contract ends on {date(day)} {day.year}"


def signature(beat: Beat) -> str:
    if beat.direction == "out":
        return f"-- \n{beat.colleague.name}\n{beat.colleague.role}, Levy Communications\n+972 3-555-0140"
    role = f"\n{beat.contact.role}" if beat.contact.role else ""
    return f"-- \n{beat.contact.name}{role}\n{beat.character.name}\n{beat.contact.phone}"


def echo_head(at: datetime, name: str, mail: str) -> str:
    return f"On {at:%a}, {at.day} {at:%b %Y} at {at:%H:%M}, {name} <{mail}> wrote:"
