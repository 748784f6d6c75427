"""Quiet hours as stretches of the week: whether a moment lies in one, and when the next free moment comes; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)
MOST = 50  # ends of stretches that are tried in a row


@dataclass(frozen=True, slots=True)
class Span:
    """From `since` to `until` on the wall clock, beginning on each of `days` (Monday is 0).

    What ends no later than it begins runs into the next day: 20:00 to 07:00 is a night, 00:00 to 00:00 a whole day.
    """

    days: frozenset[int]
    since: time
    until: time

    def end(self, local: datetime) -> datetime | None:
        """When the stretch ends in which that moment lies; None if it lies in none."""
        wall = local.replace(tzinfo=None)
        for day in (wall.date() - A_DAY, wall.date()):
            begin = datetime.combine(day, self.since)
            end = datetime.combine(day if self.since < self.until else day + A_DAY, self.until)
            if day.weekday() in self.days and begin <= wall < end:
                return end.replace(tzinfo=local.tzinfo, fold=local.fold)
        return None


def covering(spans: Sequence[Span], local: datetime) -> Span | None:
    """The first of them in which that moment lies."""
    return next((span for span in spans if span.end(local)), None)


def free_from(spans: Sequence[Span], at: datetime, zone: ZoneInfo) -> datetime | None:
    """The first moment (UTC) from then on that lies in none of them; None if there is none for a week."""
    free = at
    for _ in range(MOST):
        local = free.astimezone(zone)
        ends = [end for span in spans if (end := span.end(local))]
        if not ends:
            return free
        free = max(ends).astimezone(UTC)
        if free > at + A_WEEK:
            return None
    return None
