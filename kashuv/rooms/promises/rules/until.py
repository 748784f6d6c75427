"""Until when a word of ours holds: a day that is named without an hour lasts until its work ends, not until midnight."""

from __future__ import annotations

from datetime import UTC, datetime, time

from kashuv.foundation import clock
from kashuv.foundation.clock import WorkingHours

LAST_SECOND = time(23, 59, 59)


def end_of(due: datetime | None, hours: WorkingHours, at: datetime) -> datetime | None:
    """The moment in UTC. A word given after that day's work has ended, `at`, lasts until the day itself does."""
    if due is None:
        return None
    local = clock.local(due, hours.zone)
    if local.time().replace(microsecond=0) != LAST_SECOND:
        return due.astimezone(UTC)
    ends = clock.end_of_workday(local.date(), hours)
    return ends if ends > at else due.astimezone(UTC)
