"""In the reader's language: why somebody may be a client, why two may be one, and what a day to remember is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from kashuv.rooms.clients.rules import facts

SENTENCES = {
    "to_and_fro": gettext_noop("Letters to and fro: %(ins)s in, %(outs)s out"),
    "talks": gettext_noop("Calls, meetings and messages: %(talks)s"),
    "writes": gettext_noop("Personal letters that have had no answer yet: %(ins)s"),
    "known_since": gettext_noop("In touch since %(day)s; days of contact: %(days)s"),
    "domain": gettext_noop("People who write from %(domain)s: %(people)s"),
    "same_phone": gettext_noop("The same phone: %(phone)s"),
    "same_name": gettext_noop("The same name: %(name)s"),
    "same_sound": gettext_noop("The same name in two alphabets: %(name)s, %(other)s"),
    "same_mail_name": gettext_noop("The same name before the @: %(mail)s"),
    "same_client": gettext_noop("Both belong to the same client"),
    "same_domain": gettext_noop("Both write from %(domain)s"),
    "by_hand": gettext_noop("Joined by hand"),
}
DAYS = {
    "birthday": gettext_noop("Birthday: %(words)s"),
    "anniversary": gettext_noop("Anniversary: %(words)s"),
    "contract": gettext_noop("Contract: %(words)s"),
}


def sentence(reason: Mapping[str, Any]) -> str:
    """One reason; one of a kind that is not known (any more) says nothing."""
    words = SENTENCES.get(reason.get("reason", ""))
    return _(words) % {name: _shown(name, value) for name, value in reason.items()} if words else ""


def sentences(reasons: Iterable[Mapping[str, Any]]) -> list[str]:
    """Every reason that has words."""
    return [words for reason in reasons if (words := sentence(reason))]


def _shown(name: str, value: Any) -> Any:
    if name == "day":
        day = date.fromisoformat(value)
        return f"{day.day}.{day.month}.{day.year}"
    return f"0{value}" if name == "phone" else value


def day(kind: str, words: str) -> str:
    """A day to remember: of an address book only a name is known, and what the day is has to be said."""
    if kind not in DAYS or facts.kind_of(words) == kind:
        return words
    return _(DAYS[kind]) % {"words": words}
