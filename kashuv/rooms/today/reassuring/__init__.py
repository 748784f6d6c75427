"""I have not forgotten you: a word that can't be kept in time, told before it is asked for, with the new date.

In the client's tongue and his form of address, as a letter, a short message, or the words of a call. Each tongue is a
module with the same names.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from types import ModuleType

from kashuv.rooms.today.reassuring import en, he
from kashuv.rooms.today.rules.choice import Known
from kashuv.rooms.today.rules.days import Day

TONGUES: dict[str, ModuleType] = {"he": he, "en": en}
SHORT = ("sms", "whatsapp")


@dataclass(frozen=True, slots=True)
class Delay:
    """A word of ours, the day for which it was given, and the moment until which it will be kept now."""

    words: str
    due: datetime
    to: datetime


@dataclass(frozen=True, slots=True)
class Ready:
    """What can be sent or said as it stands; the words of a call need no subject."""

    subject: str
    text: str


def ready(delay: Delay, person: Known | None, day: Day, *, way: str, language: str, me: str) -> Ready:
    """The message for that way: mail, sms, whatsapp or call."""
    words = TONGUES.get(language, he)
    if way == "call":
        return Ready("", words.call(delay.words, delay.due, delay.to, person, day))
    if way in SHORT:
        return Ready("", words.note(delay.words, delay.due, delay.to, person, day, me))
    return Ready(words.SUBJECT, words.letter(delay.words, delay.due, delay.to, person, day, me))
