"""The working week: which days count when one says "two working days"."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from kashuv.foundation.clock.rest import holiday
from kashuv.foundation.clock.sun import PLACES

ISRAEL = ZoneInfo("Asia/Jerusalem")
SUNDAY_TO_THURSDAY = frozenset({6, 0, 1, 2, 3})
MONDAY_TO_FRIDAY = frozenset({0, 1, 2, 3, 4})


class WorkingHours(Protocol):
    """Whatever has a working day: a workspace."""

    @property
    def zone(self) -> ZoneInfo: ...

    @property
    def day_ends(self) -> time: ...


def is_workday(day: date, zone: ZoneInfo = ISRAEL) -> bool:
    """Whether people are at work on that civil day: Sunday to Thursday without holidays in Israel, else Monday to Friday."""
    if zone.key not in PLACES:
        return day.weekday() in MONDAY_TO_FRIDAY
    return day.weekday() in SUNDAY_TO_THURSDAY and holiday(day) is None


def next_workday(day: date, zone: ZoneInfo = ISRAEL) -> date:
    """The first working day after that day."""
    day += timedelta(days=1)
    while not is_workday(day, zone):
        day += timedelta(days=1)
    return day


def workdays_between(first: date, last: date, zone: ZoneInfo = ISRAEL) -> int:
    """Working days after `first`, up to and with `last`; 0 if `last` is not later.

    Beyond a year the count is by the week (five of seven): nobody asks then about a holiday.
    """
    span = (last - first).days
    if span > 366:
        return span * 5 // 7
    return sum(is_workday(first + timedelta(days=n), zone) for n in range(1, span + 1))


def end_of_workday(day: date, hours: WorkingHours) -> datetime:
    """When that day's work ends, in UTC."""
    return datetime.combine(day, hours.day_ends, hours.zone).astimezone(UTC)
