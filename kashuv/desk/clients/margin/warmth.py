"""The warmth of a relationship as a small line: days of contact in each week of half a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from kashuv.desk.layout import times
from kashuv.desk.layout.seen import tongue

WEEKS = 26
HEIGHT = 30


@dataclass(frozen=True, slots=True)
class Week:
    """The week that begins on `day` (a Sunday) and on how many of its days we were in touch."""

    day: date
    days: int


@dataclass(frozen=True, slots=True)
class Warmth:
    """The weeks, oldest first, and the line through them in a box of 100 by 30."""

    weeks: tuple[Week, ...]
    path: str

    @property
    def lately(self) -> int:
        """Days of contact in the last four weeks."""
        return sum(week.days for week in self.weeks[-4:])

    @property
    def before(self) -> int:
        """Days of contact in the four weeks before those."""
        return sum(week.days for week in self.weeks[-8:-4])

    @property
    def told(self) -> list[tuple[str, int]]:
        """The weeks with contact, newest first: the same picture as a table."""
        dated = times.TONGUES[tongue()].plain_date
        return [(dated(week.day, with_year=True), week.days) for week in reversed(self.weeks) if week.days]


def warmth(days: set[date], now: datetime) -> Warmth:
    """The line through the days on which we were in touch."""
    today = localdate(now)
    sunday = today - timedelta(days=(today.weekday() + 1) % 7)
    been = {day for day in days if day <= today}  # a meeting that is agreed is no contact yet
    weeks = tuple(_week(sunday - timedelta(weeks=back), been) for back in reversed(range(WEEKS)))
    return Warmth(weeks, _path([week.days for week in weeks]))


def first_day(now: datetime) -> datetime:
    """A moment before everything that the line shows."""
    return now - timedelta(weeks=WEEKS, days=1)


def _week(sunday: date, days: set[date]) -> Week:
    return Week(sunday, sum(sunday + timedelta(days=n) in days for n in range(7)))


def _path(counts: list[int]) -> str:
    step, most = 100 / (len(counts) - 1), max(counts) or 1
    points = (
        f"{n * step:.1f} {HEIGHT - 2 - count / most * (HEIGHT - 4):.1f}" for n, count in enumerate(counts)
    )
    return "M" + " L".join(points)
