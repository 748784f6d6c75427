"""How we are with a client, in one line: who waits for whom, whether his silence is unlike him, when we last spoke."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext

from kashuv.desk.layout import times
from kashuv.desk.layout.words import tongue

Colour = Literal["wait", "calm", ""]


class Felt(Protocol):
    """What the line is drawn from: a pulse, or as much of one as a list asks for."""

    last_at: datetime | None
    waiting_since: datetime | None
    uneasy_at: datetime | None


@dataclass(frozen=True, slots=True)
class How:
    """The sentence, and the colour in which it is said; `at` is the moment it speaks of (UTC)."""

    said: str
    colour: Colour
    at: datetime | None


def how(felt: Felt, now: datetime) -> How:
    """The one thing worth saying: waiting comes before silence, silence before the last word."""
    if felt.waiting_since:
        return How(_waiting(days_between(felt.waiting_since, now)), "wait", felt.waiting_since)
    if felt.last_at is None:
        return How(gettext("Nothing was exchanged yet"), "", None)
    if felt.uneasy_at and felt.uneasy_at <= now:
        return How(_silent(days_between(felt.last_at, now)), "calm", felt.last_at)
    return How(_spoke(felt.last_at, now), "", felt.last_at)


def days_between(then: datetime, now: datetime) -> int:
    """How many nights lie between two moments, in the reader's zone; never below zero."""
    return max(0, (localdate(now) - localdate(then)).days)


def _waiting(days: int) -> str:
    if days == 0:
        return gettext("Waiting for us since today")
    if days == 1:
        return gettext("Waiting for us since yesterday")
    return ngettext("Waiting for us %(days)d day", "Waiting for us %(days)d days", days) % {"days": days}


def _silent(days: int) -> str:
    words = ngettext(
        "Silent for %(days)d day, longer than usual", "Silent for %(days)d days, longer than usual", days
    )
    return words % {"days": days}


def _spoke(at: datetime, now: datetime) -> str:
    said = times.day(localdate(at), localdate(now), tongue())
    return gettext("Last contact %(when)s") % {"when": said}
