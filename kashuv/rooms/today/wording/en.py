"""English, plain. The same names as in Hebrew, each sentence written for itself."""

from __future__ import annotations

from datetime import date

from kashuv.rooms.today.rules.choice import Known
from kashuv.rooms.today.rules.days import Day
from kashuv.rooms.today.rules.hours import is_for_today, part_of
from kashuv.rooms.today.rules.matters import (
    DateMatter,
    LeftAlone,
    PromiseMatter,
    Said,
    SignMatter,
    SilenceMatter,
    Tie,
    WaitingMatter,
)
from kashuv.rooms.today.rules.quoting import occasion, quoted, shortened
from kashuv.rooms.today.wording.soon import soon
from kashuv.rooms.today.wording.times import hour, is_own_day, new_day, rhythm_name

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
RHYTHMS = {
    "daily": "nearly every day",
    "weekly": "every week",
    "fortnightly": "every two weeks",
    "monthly": "every month",
    "quarterly": "every three months",
    "yearly": "once a year",
}
KINDS = {
    "mail": "mail",
    "call": "call",
    "meeting": "meeting",
    "sms": "text",
    "whatsapp": "WhatsApp message",
    "memo": "memo",
}
TONES = {
    "anger": "anger",
    "upset": "disappointment",
    "insult": "an insult",
    "blame": "blame",
    "worry": "worry",
    "sarcasm": "sarcasm",
    "indifference": "indifference",
}
DATES = {
    "birthday": "Birthday",
    "anniversary": "Anniversary",
    "contract": "A date in the contract",
    "other": "An important date",
}


def days(count: int) -> str:
    """A length of time."""
    return {0: "less than a day", 1: "one day"}.get(count, f"{count} days")


def have_passed(count: int) -> str:
    return {1: "one day has passed"}.get(count, f"{days(count)} have passed")


def ago(count: int) -> str:
    return {0: "today", 1: "yesterday"}.get(count, f"{days(count)} ago")


def on(when: date, day: Day) -> str:
    """A date as one says it: "today", "tomorrow", "Sunday 29 November"."""
    away = (when - day.date).days
    if away in (-1, 0, 1):
        return {-1: "yesterday", 0: "today", 1: "tomorrow"}[away]
    plain = f"{when.day} {MONTHS[when.month - 1]}"
    if when.year != day.date.year:
        return f"{plain} {when.year}"
    return f"{WEEKDAYS[when.weekday()]} {plain}" if 1 < away < 14 else plain


def every(rhythm: float) -> str:
    name = rhythm_name(rhythm)
    return RHYTHMS[name] if name else f"every {days(round(rhythm))}"


def within(hours: float) -> str:
    """How long an answer usually takes."""
    if hours < 1.5:
        return "within an hour"
    if hours < 16:
        return f"within {round(hours)} hours"
    count = max(1, round(hours / 24))
    return "within a day" if count == 1 else f"within {days(count)}"


# What is told to the reader.


def label(matter: object, day: Day) -> str:
    """The matter in two or three words."""
    if isinstance(matter, PromiseMatter):
        return _promise_label(matter, day)
    if isinstance(matter, WaitingMatter):
        count = day.days_since(matter.since)
        return f"Waiting for us {days(count)}" if count else "Waiting for an answer"
    if isinstance(matter, SignMatter):
        return f"Warning sign: {TONES.get(matter.tone, matter.tone)}"
    if isinstance(matter, SilenceMatter):
        return "Time to be in touch" if matter.last_at is None else "An unusual silence"
    return DATES[matter.kind] if isinstance(matter, DateMatter) and matter.kind in DATES else "A date"


def _promise_label(matter: PromiseMatter, day: Day) -> str:
    if matter.side == "theirs":
        return "Promised to us"
    if matter.due_at is None:
        return "Promised without a date"
    if near := soon("en", matter.due_at, day):
        return f"Due {near}"
    return (
        "Promise is late"
        if matter.due_at < day.at
        else f"Promised for {on(day.of_deadline(matter.due_at), day)}"
    )


def promise(matter: PromiseMatter, tie: Tie, day: Day, person: Known | None) -> str:
    told = _promise_told(matter, day, _about(matter))
    return f"Probably a promise, found in the text and not confirmed yet. {told}" if matter.proposed else told


def _about(matter: PromiseMatter) -> str:
    """What was promised, where the quoted sentence does not say it already."""
    words = shortened(matter.words).rstrip(".")
    return f": {words}" if words and words != shortened(matter.said.quote or matter.words).rstrip(".") else ""


def _promise_told(matter: PromiseMatter, day: Day, about: str) -> str:
    if matter.due_at is None:
        return f"We promised this {ago(day.days_since(matter.given_at))}, without a date{about}."
    when = on(day.of_deadline(matter.due_at), day)
    late = day.days_late(matter.due_at)
    if matter.side == "theirs":
        return (
            f"Promised to us by {when}{about}. {have_passed(late).capitalize()}; a gentle reminder?"
            if late
            else f"Promised to us by today{about}."
        )
    if matter.due_at < day.at:
        return (
            f"Our promise is {days(late)} late{about}. It was due {when}."
            if late
            else f"It fell due earlier today{about}."
        )
    if near := soon("en", matter.due_at, day):
        return f"We promised this for {when}, and it falls due {near}{about}."
    if is_for_today(matter, day) and part_of(day) != "morning":
        return f"We promised this for today, and half of the day has passed{about}."
    clock = hour(matter.due_at, day)
    return (
        f"We promised this for {when}, by {clock}{about}."
        if clock
        else f"We promised this for {when}{about}."
    )


def waiting(matter: WaitingMatter, tie: Tie, day: Day, person: Known | None) -> str:
    count = day.days_since(matter.since)
    if not matter.asks:
        return f"The last word is theirs, {ago(count)}, and we usually answer."
    if not count:
        return "A question from today, not answered yet."
    who = f"{person.first_name} has" if person and person.first_name else "They have"
    told = f"{who} been waiting for our answer for {days(count)}."
    if tie.answer_hours is not None and tie.answer_hours * 2 < count * 24:
        told += f" We usually answer {within(tie.answer_hours)}."
    return told


def sign(matter: SignMatter, tie: Tie, day: Day, person: Known | None) -> str:
    where = KINDS.get(matter.said.kind, "message")
    return (
        f"Warning sign: {TONES.get(matter.tone, matter.tone)}, in a {where} {ago(day.days_since(matter.at))}."
    )


def silence(matter: SilenceMatter, tie: Tie, day: Day, person: Known | None) -> str:
    if tie.cadence_days and matter.last_at is None:
        return f"We agreed to be in touch {every(tie.cadence_days)}, and have not been yet."
    count = day.days_since(matter.since) if matter.since else 0
    if tie.cadence_days:
        return (
            f"We agreed to be in touch {every(tie.cadence_days)}; {have_passed(count)} since the last time."
        )
    whose = " of theirs" if matter.ours_is_last else ""
    usual = every(tie.rhythm_days or count)
    return f"We are usually in touch {usual}; now {have_passed(count)} without a word{whose}."


def a_date(matter: DateMatter, tie: Tie, day: Day, person: Known | None) -> str:
    return f"{named(matter)}: {on(matter.day, day)}."


def named(matter: DateMatter) -> str:
    if matter.words and matter.words != matter.person_name:
        return occasion(matter.words)
    return f"{DATES[matter.kind]} of {matter.person_name}" if matter.person_name else DATES[matter.kind]


def alone(wish: LeftAlone, day: Day) -> str:
    until = f" until {on(day.of(wish.until), day)}" if wish.until else ""
    return f"They asked to be left alone{until}; this is here all the same, because it is ours to settle."


def nobody() -> str:
    return "By the file, there is nobody at this client who may be contacted."


def good_and_quiet(years: int, count: int) -> str:
    together = {0: "Nearly a year", 1: "A year", 2: "Two years"}.get(years, f"{years} years")
    return f"{together} together, no warning sign this year; last in touch {ago(count)}."


def cite(said: Said, day: Day, person: Known | None) -> str:
    if said.at is None:
        return ""
    when = on(day.of(said.at), day)
    if said.direction == "in" and person is not None:
        return f"{person.name}, {when}"
    if said.direction == "out":
        return f"our {KINDS.get(said.kind, 'words')}, {when}"
    return f"{KINDS[said.kind]}, {when}" if said.kind in KINDS else when


# What is said to the client.


def hello(person: Known | None) -> str:
    return f"Hello {person.first_name}," if person and person.first_name else "Hello,"


def called(person: Known | None) -> str:
    """His name before a spoken sentence."""
    return f"Hello {person.first_name}. " if person and person.first_name else ""


def promise_step(matter: PromiseMatter, day: Day, person: Known | None) -> tuple[str, str]:
    words = quoted(matter.said.quote or matter.words, "“", "”")
    if matter.side == "theirs":
        told = f"I just want to make sure that this has not slipped through: {words}"
        return (
            f"{told} When will it be ready?",
            f"{told}\nWhen will it be ready? If something is in the way, we are glad to help.",
        )
    soon = on(new_day(day), day)
    if matter.due_at is None:
        told = f"I promised you, and gave no date: {words}"
        return (
            f"{told} You will have it by {soon}.",
            f"{told}\nI have not forgotten: you will have it by {soon}.",
        )
    due = on(day.of_deadline(matter.due_at), day)
    if matter.due_at < day.at:
        told = f"I promised you: {words} It was due {due}, and it is late."
        return (
            f"{told} I have not forgotten: you will have it by {soon}.",
            f"{told}\nI am sorry for the wait; I have not forgotten. You will have it by {soon}.",
        )
    told = f"I promised you: {words}"
    return (
        f"{told} You will have it {due}, as agreed.",
        f"{told}\nIt is in the works, and you will have it {due}, as agreed.",
    )


def waiting_step(matter: WaitingMatter, day: Day, person: Known | None) -> tuple[str, str]:
    count = day.days_since(matter.since)
    spoke = "said" if matter.said.kind in ("call", "meeting") else "wrote"
    about = (
        f"About what you {spoke}: {quoted(matter.said.quote, '“', '”')}"
        if matter.said.quote
        else f"About what you {spoke}."
    )
    sorry = f" I am sorry that our answer has taken {days(count)}." if count > 1 else ""
    soon = on(day.date if not sorry else new_day(day), day)
    return (
        f"{about}{sorry} May we talk about it now?",
        f"{about}\n{sorry.strip()} I have not forgotten: you will have a full answer by {soon}.".replace(
            "\n ", "\n"
        ),
    )


def sign_step(matter: SignMatter, day: Day, person: Known | None) -> tuple[str, str]:
    spoke = "said" if matter.said.kind in ("call", "meeting") else "wrote"
    words = f": {quoted(matter.said.quote, '“', '”')}" if matter.said.quote else "."
    return (
        f"I have been thinking about what you {spoke}{words} I would like to hear it from you first: what troubles you most just now?",
        f"I have been thinking about what you {spoke}{words}\nIt matters to me, so before I answer in writing I would rather hear it from you."
        " When today would suit you to talk?",
    )


def silence_step(matter: SilenceMatter, day: Day, person: Known | None) -> tuple[str, str]:
    count = day.days_since(matter.since) if matter.since else 0
    about = f" about “{shortened(matter.subject, 60)}”" if matter.subject and count else ""
    begin = f"It has been {days(count)} since we last spoke{about}" if count else "We have not spoken yet"
    if matter.ours_is_last:
        begin = f"It has been {days(count)} since I heard from you"
    wish = "and I wanted to hear how you are and how things are going."
    return (f"{begin}, {wish}", f"{begin}, {wish}\nWhen would a short call suit you this week?")


def date_step(matter: DateMatter, day: Day, person: Known | None) -> tuple[str, str]:
    if matter.kind == "contract":
        told = f"I wanted to talk about {named(matter)}, {on(matter.day, day)}, so that it does not catch us at the last minute."
        return (told, f"{told}\nWhen would a short call suit you?")
    if matter.kind == "birthday" and person is not None and is_own_day(matter, person):
        return ("Happy birthday!", "Happy birthday! I wish you a good and healthy year.")
    return (
        f"{named(matter)}: all the best from all of us!",
        f"{named(matter)}: all the best from all of us.",
    )


# What frames a plan in a terminal, a letter or a calendar.


def more(count: int) -> str:
    return "and one more that can wait" if count == 1 else f"and {count} more that can wait"


def frame(day: date) -> dict[str, str]:
    return {
        "title": f"Today: {WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}",
        "nothing": "Nobody is waiting today. A good day to start something.",
        "quiet": "Good and quiet",
        "begin": "You could begin",
        "open": "“",
        "close": "”",
        "call": "call",
        "mail": "mail",
        "sms": "text",
        "whatsapp": "WhatsApp",
        "meeting": "meet",
    }


def good_morning(name: str) -> str:
    return f"Good morning, {name}" if name else "Good morning"


def subject(count: int, first: str) -> str:
    """The subject of the morning letter."""
    if not count:
        return "This morning nobody is waiting"
    return f"This morning: {first}" if count == 1 else f"This morning: {first} and {count - 1} more"
