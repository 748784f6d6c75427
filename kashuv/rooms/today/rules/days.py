"""Days as the plan counts them: a Shabbat or a holiday makes nobody late."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from kashuv.foundation.clock import is_workday, local

USUAL_END = time(18)
FAR = 800  # days; beyond it working days are counted by the week


@dataclass(frozen=True, slots=True)
class Day:
    """The moment at which the plan is made, and the calendar around it; `ends` is the hour at which work does."""

    at: datetime
    zone: ZoneInfo
    ends: time = USUAL_END
    date: Date = field(init=False)
    ends_at: datetime = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "date", self.of(self.at))
        object.__setattr__(self, "ends_at", datetime.combine(self.date, self.ends, self.zone))

    def of(self, moment: datetime) -> Date:
        return _date_of(moment, self.zone)

    def of_deadline(self, due: datetime) -> Date:
        """The day that a deadline names: "by Thursday" ends when Thursday does, at midnight."""
        return self.of(due - timedelta(microseconds=1))

    def days_late(self, due: datetime) -> int:
        """Local dates from the deadline's day to today's; negative if it lies ahead."""
        return (self.date - self.of_deadline(due)).days

    def days_since(self, moment: datetime) -> int:
        """Local dates from that moment's to today's; negative if it lies ahead."""
        return (self.date - self.of(moment)).days

    def workdays_since(self, moment: datetime) -> int:
        """Working days after that moment's date, up to and with today; 0 if it lies ahead."""
        return self._workdays(max(0, self.days_since(moment)))

    def workdays_late(self, due: datetime) -> int:
        """Working days after the deadline's day."""
        return self._workdays(max(0, self.days_late(due)))

    def _workdays(self, days: int) -> int:
        if days >= FAR:
            return days * 5 // 7
        return _workdays_back(self.date, self.zone)[days]


@lru_cache(maxsize=4096)
def _date_of(moment: datetime, zone: ZoneInfo) -> Date:
    """A plan asks for the days of the same few moments again and again: is it late, how late, how grave."""
    return local(moment, zone).date()


@lru_cache(maxsize=8)
def _workdays_back(today: Date, zone: ZoneInfo) -> tuple[int, ...]:
    """For each number of days back, how many of the days after it were worked on."""
    counts = [0]
    for back in range(FAR):
        counts.append(counts[-1] + is_workday(today - timedelta(days=back), zone))
    return tuple(counts)
