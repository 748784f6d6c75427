"""A meeting that is agreed, in one line: "A meeting is agreed for today at 10:00"."""

from __future__ import annotations

from datetime import datetime, time

from kashuv.foundation.clock import local
from kashuv.rooms.today.rules.days import Day
from kashuv.rooms.today.wording import tongue

SAID = {"en": ("A meeting is agreed for {}", " at {}"), "he": ("נקבעה פגישה ל{}", " ב־{}")}


def agreed(language: str, at: datetime, day: Day) -> str:
    """The day, and the hour unless the whole day is meant."""
    told, to_the_hour = SAID[language]
    clock = local(at, day.zone)
    hour = "" if clock.time() == time() else to_the_hour.format(f"{clock:%H:%M}")
    return f"{told.format(tongue(language).on(clock.date(), day))}{hour}."
