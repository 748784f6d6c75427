"""Reads one event with its exceptions: the meetings that were held or are agreed, or a day that comes back each year.

Runs in the killable child: a rule of recurrence is a program that a stranger wrote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from kashuv.flows.arrived import Contact
from kashuv.transfer.arriving.calendar import naming

PAST = AHEAD = timedelta(days=366)
SOON = timedelta(days=62)  # in which the next one of a series is looked for
MOST = 400  # meetings of one event: more than one a day is no meeting with a client
MOST_WORDS = 20_000
BROKEN = "This event can't be read as one."
TOO_OFTEN = "This event recurs more often than hourly."
_OFTEN = {"MINUTELY", "SECONDLY"}
_BIRTHDAY = re.compile(
    r"^(?:(.{1,80}?)['’׳]s? birthday|birthday(?: of|:| -)? (.{1,80})|(?:יום (?:ה)?הולדת|יומולדת)(?: של| ל)? ?[-–:]?\s*(.{1,80})|(.{1,80}?) ?[-–:]? (?:יום הולדת|birthday))\W*$",
    re.IGNORECASE,
)


class Desk(Protocol):
    """What must be known of the import."""

    @property
    def me(self) -> frozenset[str]: ...
    @property
    def now(self) -> datetime: ...
    @property
    def zone(self) -> ZoneInfo: ...

    def read(self, text: str, at: datetime, direction: Any) -> Any: ...


@dataclass(frozen=True)
class Agreed:
    """The occurrences that are told, and all that are known to stand or to be called off."""

    told: Sequence[icalendar.Event] = ()
    standing: Sequence[icalendar.Event] = ()
    recurs: bool = False


def told(raw: bytes, desk: Desk) -> dict[str, Any]:
    """{"meetings": […]} or {"birthdays": […]}; both empty for what is neither."""
    try:
        calendar = icalendar.Calendar.from_ical(raw)
    except ValueError:
        return {"refused": BROKEN}
    events = [event for event in calendar.walk("VEVENT") if isinstance(event, icalendar.Event)]
    if not events or any(event.get("DTSTART") is None for event in events):
        return {"refused": BROKEN}
    if any(_too_often(event) for event in events):
        return {"refused": TOO_OFTEN}
    if _is_annual(events[0]):
        return {"meetings": [], "birthdays": _birthday(events[0])}
    agreed = _agreed(calendar, events, desk)
    first = _first([one for one in events if not one.get("RECURRENCE-ID")], desk)
    meetings = [_meeting(event, first, desk) for event in agreed.told if _counts(event, desk)]
    event = _event(events, agreed, desk)
    return {"meetings": meetings, "birthdays": [], "events": [event] if event else []}


def _too_often(event: icalendar.Event) -> bool:
    rule = event.get("RRULE")
    rules = rule if isinstance(rule, list) else [rule] if rule else []
    return any(
        _OFTEN & {str(each).upper() for each in one.get("FREQ", [])}
        or one.get("BYSECOND")
        or len(one.get("BYMINUTE", [])) > 1
        for one in rules
    )


def _is_annual(event: icalendar.Event) -> bool:
    rule = event.get("RRULE")
    every = (
        {str(each).upper() for each in rule.get("FREQ", [])} if rule and not isinstance(rule, list) else set()
    )
    return every == {"YEARLY"} and not isinstance(event.decoded("DTSTART"), datetime)


def _birthday(event: icalendar.Event) -> list[Contact]:
    """Whose birthday it is, by the event's title; the year is that of the first."""
    found = _BIRTHDAY.match(str(event.get("SUMMARY", "")).strip())
    name = next(filter(None, found.groups()), "").strip() if found else ""
    return [Contact(name, birthday=event.decoded("DTSTART"))] if name else []


def _agreed(calendar: icalendar.Calendar, events: list[icalendar.Event], desk: Desk) -> Agreed:
    """The occurrences with other people in them; of a recurring one those of the past year, and the next."""
    if not any(_others(event, desk) for event in events):
        return Agreed()
    if not any(event.get("RRULE") or event.get("RDATE") for event in events):
        latest = _latest(events, desk)
        return Agreed(latest, standing=latest)
    series = recurring_ical_events.of(calendar, skip_bad_series=True)
    past = series.between(desk.now - PAST, desk.now)[1 - MOST :]
    told = {_moment(one, desk) for one in past}
    coming = series.between(desk.now, desk.now + SOON)[:MOST]
    soon = [one for one in coming if _moment(one, desk) not in told]
    exceptions = [event for event in events if event.get("RECURRENCE-ID")]
    return Agreed([*past, *soon[:1]], standing=[*exceptions, *past, *soon], recurs=True)


def _latest(events: list[icalendar.Event], desk: Desk) -> list[icalendar.Event]:
    """Of an event that is told in several versions the last; by name, for its exceptions are others."""
    latest: dict[str, icalendar.Event] = {}
    for event in sorted(events, key=_version):
        latest[naming.of(event, desk.zone).own] = event
    return list(latest.values())


def _version(event: icalendar.Event) -> int:
    told = event.get("SEQUENCE", 0)
    return told if isinstance(told, int) else 0


def _counts(event: icalendar.Event, desk: Desk) -> bool:
    return not _is_off(event) and _moment(event, desk) <= desk.now + AHEAD and bool(_others(event, desk))


def _is_off(event: icalendar.Event) -> bool:
    return str(event.get("STATUS", "")).upper() == "CANCELLED"


def _moment(event: icalendar.Event, desk: Desk) -> datetime:
    return naming.moment(event.decoded("DTSTART"), desk.zone)


def _event(events: list[icalendar.Event], agreed: Agreed, desk: Desk) -> dict[str, Any] | None:
    """Where its meetings stand now and which are called off; None of one that bears no UID, or is with nobody."""
    uid, masters = str(events[0].get("UID", "")), [one for one in events if not one.get("RECURRENCE-ID")]
    if not uid or not agreed.standing:
        return None
    names = [(naming.of(event, desk.zone, _first(masters, desk)), event) for event in agreed.standing]
    places: dict[str, datetime] = {}
    for name, event in names:
        if not _is_off(event) and _others(event, desk):
            for each in name.all:
                places.setdefault(each, _moment(event, desk))
    reach = SOON if agreed.recurs else AHEAD
    alone = masters[-1] if masters and not agreed.recurs else None
    return {
        "uid": uid,
        "places": places,
        "gone": [each for name, event in names if _is_off(event) for each in name.all],
        "otherwise": places.get(naming.of(alone, desk.zone).own) if alone is not None else None,
        "named_until": desk.now + reach if masters else None,
    }


def _first(masters: list[icalendar.Event], desk: Desk) -> datetime | None:
    return _moment(masters[0], desk) if masters else None


def _meeting(event: icalendar.Event, first: datetime | None, desk: Desk) -> dict[str, Any]:
    at, name = _moment(event, desk), naming.of(event, desk.zone, first)
    subject, text = str(event.get("SUMMARY", ""))[:500], str(event.get("DESCRIPTION", ""))[:MOST_WORDS]
    direction = "out" if _address(event.get("ORGANIZER")) in desk.me | {""} else "in"
    return {
        "identity": name.own,
        "formerly": name.formerly,
        "at": at,
        "direction": direction,
        "subject": subject,
        "text": text,
        "who": _others(event, desk),
        "reading": desk.read(text, at, direction),
    }


def _others(event: icalendar.Event, desk: Desk) -> list[Contact]:
    """The people of the event who are not us; a room or a thing is nobody."""
    given = event.get("ATTENDEE") or []
    people = [*(given if isinstance(given, list) else [given]), *filter(None, [event.get("ORGANIZER")])]
    found: dict[str, Contact] = {}
    for person in people[:100]:
        address = _address(person)
        kind = str(person.params.get("CUTYPE", "")).upper() if hasattr(person, "params") else ""
        if "@" in address and address not in desk.me and kind not in ("ROOM", "RESOURCE"):
            name = str(person.params.get("CN", "")) if hasattr(person, "params") else ""
            found.setdefault(address, Contact("" if "@" in name else name[:200], (address,)))
    return list(found.values())


def _address(person: object) -> str:
    return re.sub(r"^mailto:", "", str(person or "").strip(), flags=re.IGNORECASE).lower()
