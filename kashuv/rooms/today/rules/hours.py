"""What the hour asks of a day: from noon on what was promised for it comes first, and in its last two hours it is counted."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Literal

from kashuv.rooms.today.rules.days import Day
from kashuv.rooms.today.rules.matters import DateMatter, Matter, PromiseMatter

Part = Literal["morning", "afternoon", "closing"]
NOON = time(12)
LAST_HOURS = timedelta(hours=2)


def part_of(day: Day) -> Part:
    """The day is closing from two hours before its work ends until midnight."""
    if day.at >= day.ends_at - LAST_HOURS:
        return "closing"
    return "afternoon" if day.at.astimezone(day.zone).time() >= NOON else "morning"


def is_for_today(matter: Matter, day: Day) -> bool:
    """A word of ours that a person stands behind, and whose day is today, whether its hour has passed or not."""
    if not isinstance(matter, PromiseMatter) or matter.side != "ours" or matter.proposed:
        return False
    return matter.due_at is not None and day.days_late(matter.due_at) == 0


def falls_today(matter: Matter, day: Day) -> bool:
    """A day of his that is today, or a word of ours for it."""
    return matter.day == day.date if isinstance(matter, DateMatter) else is_for_today(matter, day)


def nearness(due: datetime, day: Day) -> float:
    """0 to 1: how much of the day before the moment has passed."""
    left = (due - day.at) / timedelta(days=1)
    return 1 - min(1.0, max(0.0, left))
