"""Days of the demo: working hours of the past, counted back from the moment at which it is filled."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from kashuv.foundation.clock import is_workday

FIRST_HOUR, LAST_HOUR = 9, 18


def workday_at_or_before(day: date, zone: ZoneInfo) -> date:
    while not is_workday(day, zone):
        day -= timedelta(days=1)
    return day


def moment_on(day: date, zone: ZoneInfo, rng: Random) -> datetime:
    """Some minute of that day's working hours, UTC."""
    hour = rng.triangular(FIRST_HOUR, LAST_HOUR, 11)
    at = datetime.combine(day, time(int(hour), int(hour % 1 * 60), rng.randrange(60)), zone)
    return at.astimezone(UTC)


def after(at: datetime, hours: float, zone: ZoneInfo) -> datetime:
    """The moment so many hours later, moved into working hours."""
    local = (at + timedelta(hours=hours)).astimezone(zone)
    if local.hour >= LAST_HOUR + 1:
        local = (local + timedelta(days=1)).replace(hour=FIRST_HOUR)
    if local.hour < FIRST_HOUR - 1:
        local = local.replace(hour=FIRST_HOUR)
    while not is_workday(local.date(), zone):
        local += timedelta(days=1)
    return local.astimezone(UTC)


def workdays_ahead(at: datetime, count: int, zone: ZoneInfo) -> datetime:
    """The end of the working day that lies so many working days ahead, local time."""
    local = at.astimezone(zone)
    while count:
        local += timedelta(days=1)
        count -= is_workday(local.date(), zone)
    return local.replace(hour=LAST_HOUR, minute=0, second=0, microsecond=0)
