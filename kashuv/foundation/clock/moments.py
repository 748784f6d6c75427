"""Moments and local days: aware datetimes in UTC inside, the workspace's zone outside."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def now() -> datetime:
    """This moment in UTC. Only doors and jobs ask; everything below is handed the answer."""
    return datetime.now(UTC)


def local(at: datetime, zone: ZoneInfo) -> datetime:
    """The same moment as a wall clock in that zone shows it."""
    return at.astimezone(zone)


def day_bounds(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Beginning (included) and end (excluded) of a local day, in UTC; 23 to 25 hours apart."""
    begin = datetime.combine(day, time(), zone)
    end = datetime.combine(day + timedelta(days=1), time(), zone)
    return begin.astimezone(UTC), end.astimezone(UTC)
