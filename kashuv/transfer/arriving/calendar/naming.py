"""Names an occurrence by its event's UID and its RECURRENCE-ID, and tells by what other names it may be known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import icalendar

from kashuv.foundation.folding import fold
from kashuv.rooms.conversations.rules.occurrences import by_moment, named


@dataclass(frozen=True, slots=True)
class Name:
    """`formerly` are other names of the same meeting, the first by its moment alone."""

    own: str
    formerly: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        return (self.own, *self.formerly)


def of(event: icalendar.Event, zone: ZoneInfo, first: datetime | None = None) -> Name:
    """The first of a series may have been an event that did not recur, and the other way round."""
    at, uid = moment(event.decoded("DTSTART"), zone), str(event.get("UID", ""))
    if not uid:
        return Name(by_moment(fold(str(event.get("SUMMARY", ""))[:500]), at))
    if not event.get("RECURRENCE-ID"):
        return Name(named(uid), (by_moment(uid, at), named(uid, at)))
    put = event.decoded("RECURRENCE-ID")
    if not isinstance(put, date):  # no moment: only its own is left to name it by
        return Name(by_moment(uid, at))
    place = moment(put, zone)
    more = (by_moment(uid, place),) if place != at else ()
    alone = (named(uid),) if place == first else ()
    return Name(named(uid, place), (by_moment(uid, at), *more, *alone))


def moment(when: date | datetime, zone: ZoneInfo) -> datetime:
    """UTC; what has no zone is told on the firm's clock, and a whole day begins at nine."""
    if not isinstance(when, datetime):
        when = datetime.combine(when, time(9))
    return (when if when.tzinfo else when.replace(tzinfo=zone)).astimezone(UTC)
