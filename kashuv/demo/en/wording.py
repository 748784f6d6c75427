"""Small words in English: days, months, signatures, echoes, what promises are called."""

from __future__ import annotations

from datetime import datetime

from kashuv.demo.stage import Beat

DIRECTION = "ltr"

DRAFT_WORDS = "an updated draft of the press release"
LIST_WORDS = "the updated press list with contact details"
PLAN_WORDS = "the work plan for next quarter"
PICTURES_WORDS = "high-resolution pictures of the event"
HELD = "{c}, how much more of this? Every day another change, and again all of it is urgent. Nobody can work like this."
WANTED = "Hello {c},\n\n{topic}: this will take two more days. It is not up to us, and your side had better understand that too."
QUESTION = "Does it sound too defensive?"
BEGUN = "Hello {c},\n\nA short word on {topic}: "
TEMPLATES = (
    ("Thanks for a meeting", "Hello {name},\n\nThank you for the meeting. This is what we agreed:\n\n\n{me}"),
    (
        "We have it",
        "Hello {name},\n\nWe have it and are on it. You will have a full answer by the end of the day.\n\n{me}",
    ),
)
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
