"""What the guard saw, in the writer's own language: what it is, and what could stand there instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise as Words
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from kashuv.desk.layout import times
from kashuv.desk.layout.seen import tongue


@dataclass(frozen=True, slots=True)
class Told:
    """A concern in words. `words` are those of the draft that it rests on; the same seen twice is said once."""

    because: str
    instead: str
    words: tuple[str, ...]
    heated: bool


SAID: Mapping[str, tuple[str | Words, str | Words]] = {
    "anger": (
        _("These words sound angry."),
        _("Say what happened and what it cost, without the heat."),
    ),
    "blame": (
        _("This puts the blame on the reader."),
        _("Say what is missing and by when it is needed, from our side."),
    ),
    "sarcasm": (_("This may be read as mockery."), _("Say the thing itself, plainly.")),
    "insult": (_("This hurts the person."), _("Speak of the matter, not of the person.")),
    "coldness": (
        _("This shuts the door."),
        _("A word on what can be done, or when we speak again, keeps it open."),
    ),
    "promise_without_date": (
        _("A promise without a day."),
        _("Name a day that can be kept; “by the end of Thursday”."),
    ),
    "promise_past": (_("A promise for a day that has passed: %(day)s."), _("Name a day to come.")),
    "promise_at_rest": (
        _("A promise that falls due on %(rest)s."),
        _("Name the working day before it, or after."),
    ),
    "attachment_missing": (
        _("A file is mentioned, and none is enclosed."),
        _("Enclose it, or say that it will follow, and when."),
    ),
    "rest": (
        _("It is %(rest)s."),
        _("It can wait until the next working morning; “send now” stands too."),
    ),
    "quiet": (
        _("It is %(hour)s, and from %(since)s to %(until)s are quiet hours here."),
        _("It can wait until they are over; “send now” stands too."),
    ),
    "night": (
        _("It is %(hour)s."),
        _("What is written at night reads otherwise in the morning; it can wait until then."),
    ),
    "no_recipient": (_("It goes to nobody yet."), _("Write to whom it goes.")),
    "other_client": (
        _("%(who)s belongs to another client, %(client)s."),
        _("Take the address out, or write to each by itself."),
    ),
    "exclusive": (
        _("%(who)s belongs to %(client)s, and one of the two has an exclusive tie with us."),
        _("Take the address out: neither should learn of the other from us."),
    ),
    "unknown_recipient": (
        _("%(who)s is not known here."),
        _("Look whether the address is the right one."),
    ),
    "stranger": (
        _("%(who)s stood on the letter that this answers, and does not belong to this client."),
        _("Look whether this person should read the answer."),
    ),
    "passed_on": (
        _("%(who)s stands only in a letter that was passed on, and never wrote to us."),
        _("Take the address out, unless it was given so that we write to it."),
    ),
    "not_to_be_contacted": (
        _("%(who)s is not to be contacted, as the file says."),
        _("Write to somebody else at the client."),
    ),
    "advertisement": (
        _("%(who)s has not agreed to receive advertisements."),
        _("The law asks for consent first. Take the address out, or note the consent in the file."),
    ),
    "left_in_peace": (
        _("The file says: “%(words)s”."),
        _("If it can wait, let it wait; if not, say in the first line why it can't."),
    ),
    "place_unfilled": (_("A place of the template was not filled."), _("Write what belongs there.")),
}
BY_ADDRESS = ("unknown_recipient", "stranger", "passed_on")  # whose name may be anybody's
HEATED = ("anger", "blame", "sarcasm", "insult", "coldness")


def told(concerns: Iterable[Mapping[str, Any]]) -> list[Told]:
    """Concerns as a weighing keeps them, in words; each sentence once, with all the words that it rests on."""
    said: dict[tuple[str, str, bool], list[str]] = {}
    for concern in concerns:
        said.setdefault(_sentence(concern), []).append(concern["words"])
    return [
        Told(because, instead, tuple(filter(None, words)), hot)
        for (because, instead, hot), words in said.items()
    ]


def _sentence(concern: Mapping[str, Any]) -> tuple[str, str, bool]:
    because, instead = SAID[concern["kind"]]
    facts = {**_none(), **concern["told"]}
    facts["who"] = facts["address"] if concern["kind"] in BY_ADDRESS else facts["name"] or facts["address"]
    if facts["day"]:
        facts["day"] = times.long_day(localtime(datetime.fromisoformat(facts["day"])).date(), tongue())
    return str(because) % facts, str(instead), concern["kind"] in HEATED


def _none() -> dict[str, str]:
    return dict.fromkeys(("name", "address", "client", "rest", "hour", "since", "until", "words", "day"), "")
