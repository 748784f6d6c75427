"""Reasons in words: why somebody may be a client, and why two may be one, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

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
