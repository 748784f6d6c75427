"""Reads one event with its exceptions: the meetings that were held or are agreed, or a day that comes back each year.

Runs in the killable child: a rule of recurrence is a program that a stranger wrote.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from kashuv.flows.arrived import Contact
from kashuv.foundation.folding import fold

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
    return {"meetings": [_meeting(event, desk) for event in _agreed(calendar, events, desk)], "birthdays": []}


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


def _agreed(calendar: icalendar.Calendar, events: list[icalendar.Event], desk: Desk) -> list[icalendar.Event]:
    """The occurrences with other people in them; of a recurring one those of the past year, and the next."""
    if not any(_others(event, desk) for event in events):
        return []
    if any(event.get("RRULE") or event.get("RDATE") for event in events):
        series = recurring_ical_events.of(calendar, skip_bad_series=True)
        events = series.between(desk.now - PAST, desk.now)[-MOST:]
        events += [one for one in series.between(desk.now, desk.now + SOON) if one not in events][:1]
    return [event for event in events if _counts(event, desk)]


def _counts(event: icalendar.Event, desk: Desk) -> bool:
    cancelled = str(event.get("STATUS", "")).upper() == "CANCELLED"
    return not cancelled and _moment(event, desk) <= desk.now + AHEAD and bool(_others(event, desk))


def _moment(event: icalendar.Event, desk: Desk) -> datetime:
    start: date | datetime = event.decoded("DTSTART")
    if not isinstance(start, datetime):
        start = datetime.combine(start, time(9))
    return (start if start.tzinfo else start.replace(tzinfo=desk.zone)).astimezone(UTC)


def _meeting(event: icalendar.Event, desk: Desk) -> dict[str, Any]:
    at = _moment(event, desk)
    subject, text = str(event.get("SUMMARY", ""))[:500], str(event.get("DESCRIPTION", ""))[:MOST_WORDS]
    direction = "out" if _address(event.get("ORGANIZER")) in desk.me | {""} else "in"
    uid = str(event.get("UID", "")) or fold(subject)
    mark = hashlib.sha256(f"{uid}\n{at.isoformat()}".encode("utf-8", "replace")).hexdigest()
    return {
        "identity": f"meeting:{mark}",
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
