"""How we are with a client, in one line: who waits for whom, whether his silence is unlike him or over, when we last spoke."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Literal, Protocol

from django.utils.html import escape
from django.utils.translation import gettext, ngettext

from kashuv.desk.layout import times
from kashuv.desk.layout.seen import Seen
from kashuv.rooms.care.rules import silence
from kashuv.rooms.clients.models import Client

Colour = Literal["wait", "calm", ""]


class Felt(Protocol):
    """What the line is drawn from: a pulse, or as much of one as a list asks for."""

    last_at: datetime | None
    waiting_since: datetime | None
    uneasy_at: datetime | None
    last_in_at: datetime | None
    rhythm_days: float | None


class Served(Protocol):
    """As much of a client as tells how long his silence is one."""

    standing: str
    cadence_days: int | None


@dataclass(frozen=True, slots=True)
class How:
    """The sentence, and the colour in which it is said; `at` is the moment it speaks of (UTC)."""

    said: str
    colour: Colour
    at: datetime | None


def how(client: Served, felt: Felt, seen: Seen) -> How:
    """The one thing worth saying: waiting comes before silence, silence before the last word."""
    if felt.waiting_since:
        return How(_waiting(_days(felt.waiting_since, seen), seen.tongue), "wait", felt.waiting_since)
    if felt.last_at is None:
        return How(gettext("Nothing was exchanged yet"), "", None)
    since = silence.since(felt.last_at, felt.last_in_at, client.cadence_days) or felt.last_at
    days = _days(since, seen)
    if silence.is_silent(felt.uneasy_at, seen.now, days, _longest(client, felt)):
        return How(_silent(days, seen.tongue), "calm", since)
    if silence.is_over(felt.uneasy_at, seen.now, days, _longest(client, felt)):
        return How(_over(seen.day(since), seen.now.date(), seen.tongue), "", since)
    return How(_spoke(seen.day(felt.last_at), seen.now.date(), seen.tongue), "", felt.last_at)


def _longest(client: Served, felt: Felt) -> float:
    confirmed = client.standing == Client.Standing.CURRENT
    return silence.longest(felt.rhythm_days, client.cadence_days, confirmed=confirmed)


def _days(then: datetime, seen: Seen) -> int:
    """How many nights lie between a moment and now, on the reader's clock; never below zero."""
    return max(0, (seen.now.date() - seen.day(then)).days)


# A list says the same few sentences fifty times. Each is a matter of its days and of the tongue in force, which is
# named among the arguments so that it is kept, escaped already, for each tongue by itself.
_kept = lru_cache(maxsize=1024)


@_kept
def _waiting(days: int, tongue: str) -> str:
    if days == 0:
        return escape(gettext("Waiting for us since today"))
    if days == 1:
        return escape(gettext("Waiting for us since yesterday"))
    return escape(
        ngettext("Waiting for us %(days)d day", "Waiting for us %(days)d days", days) % {"days": days}
    )


@_kept
def _silent(days: int, tongue: str) -> str:
    words = ngettext(
        "Silent for %(days)d day, longer than usual", "Silent for %(days)d days, longer than usual", days
    )
    return escape(words % {"days": days})


@_kept
def _over(day: date, today: date, tongue: str) -> str:
    """Why no day's plan names him any more."""
    words = gettext("Silent since %(day)s, longer than one morning can mend")
    return escape(words % {"day": times.plain(day, today, tongue)})


@_kept
def _spoke(day: date, today: date, tongue: str) -> str:
    return escape(gettext("Last contact %(when)s") % {"when": times.day(day, today, tongue)})
