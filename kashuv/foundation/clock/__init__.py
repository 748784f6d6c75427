"""The clock: moments, local days, the working week, Shabbat and holidays. Doors ask `now`; all others are told.

The Israeli week is data, not a guess: Sunday to Thursday, a short Friday, rest from sunset to nightfall.
"""

from kashuv.foundation.clock.moments import day_bounds, local, now
from kashuv.foundation.clock.rest import hebrew_date, holiday, rests
from kashuv.foundation.clock.week import (
    WorkingHours,
    end_of_workday,
    is_workday,
    next_workday,
    workdays_between,
)

__all__ = [
    "WorkingHours", "day_bounds", "end_of_workday", "hebrew_date", "holiday", "is_workday", "local", "next_workday", "now", "rests",
    "workdays_between",
]  # fmt: skip
