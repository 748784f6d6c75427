# ruff: noqa: DTZ001 - the wall clock of the reader, which gets its zone only at the end
"""Arithmetic on the civil calendar: months of unequal length, weeks from Sunday or Monday, working days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo

SUNDAY = 6
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a text stands in time: the moment of writing, and the customs of the place."""

    now: datetime  # wall clock of the reader, without its zone
    week_starts: int = SUNDAY
    day_first: bool = True
    zone: tzinfo | None = None
    today: datetime = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "today", midnight(self.now))

    def on_the_wall(self, moment: datetime) -> datetime:
        """What the reader's clock shows at a moment; one without an offset is meant by that clock already."""
        if moment.tzinfo is not None and 1 < moment.year < 9998:
            moment = moment.astimezone(self.zone)
        return moment.replace(tzinfo=None)

    @property
    def weekend(self) -> tuple[int, int]:
        """Friday and Saturday where the week starts on Sunday, else Saturday and Sunday."""
        return (4, 5) if self.week_starts == SUNDAY else (5, 6)


def midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def day(year: int, month: int, number: int) -> datetime | None:
    """That day, or None where the calendar has no such day."""
    if not 1 <= year <= 9998:
        return None
    try:
        return datetime(year, month, number)
    except ValueError:
        return None


def add_months(moment: datetime, months: int) -> datetime:
    """The same day so many months on; the last day of the month where that one is shorter."""
    index = moment.year * 12 + moment.month - 1 + months
    year, month = min(max(index // 12, 1), 9998), index % 12 + 1
    return moment.replace(year=year, month=month, day=min(moment.day, calendar.monthrange(year, month)[1]))


def add_days(moment: datetime, days: float) -> datetime:
    """So many days on, held inside what a calendar can tell."""
    return moment + timedelta(days=min(max(days, -300_000), 300_000)) if abs(days) <= 300_000 else moment


def week_of(moment: datetime, frame: Frame) -> datetime:
    """The first day of the week in which the moment lies."""
    return midnight(moment) - timedelta(days=(moment.weekday() - frame.week_starts) % 7)


def weekday_after(moment: datetime, weekday: int) -> datetime:
    """The nearest such weekday after today, never today itself."""
    return midnight(moment) + timedelta(days=(weekday - moment.weekday() - 1) % 7 + 1)


def weekday_before(moment: datetime, weekday: int) -> datetime:
    return midnight(moment) - timedelta(days=(moment.weekday() - weekday - 1) % 7 + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> datetime | None:
    """The nth such weekday of a month; counted from its end when nth is negative."""
    if nth > 0:
        first = datetime(year, month, 1)
        found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        last = datetime(year, month, calendar.monthrange(year, month)[1])
        found = last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    return found if found.month == month else None


def add_workdays(moment: datetime, days: int, frame: Frame) -> datetime:
    """So many working days on, the weekend of the place skipped."""
    step, left = (DAY if days > 0 else -DAY), min(abs(days), 2000)
    found = midnight(moment)
    while left:
        found += step
        left -= found.weekday() not in frame.weekend
    return found
