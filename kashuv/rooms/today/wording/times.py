"""What both tongues need to know of a day before they can speak of it."""

from __future__ import annotations

from datetime import date, datetime, time

from kashuv.foundation.clock import local, next_workday
from kashuv.foundation.folding import fold
from kashuv.rooms.today.rules.choice import Known
from kashuv.rooms.today.rules.days import Day
from kashuv.rooms.today.rules.matters import DateMatter
from kashuv.rooms.today.rules.quoting import occasion

RHYTHMS = (
    (0, 1.5, "daily"),
    (6, 8, "weekly"),
    (12, 16, "fortnightly"),
    (27, 32, "monthly"),
    (85, 97, "quarterly"),
    (350, 380, "yearly"),
)
NAMELESS = {
    fold(words) for words in ("", "birthday", "his birthday", "her birthday", "יום הולדת", "יום ההולדת")
}
END_OF_DAY = {time(23, 59), time(0, 0), time(18, 0)}


def rhythm_name(days: float) -> str | None:
    """The name of a rhythm that has one ("weekly"), else None."""
    return next((name for least, most, name in RHYTHMS if least <= days <= most), None)


def hour(moment: datetime, day: Day) -> str:
    """The hour as "16:40", or nothing where only a day was meant."""
    clock = local(moment, day.zone).time()
    plain = clock.replace(second=0, microsecond=0)
    return "" if plain in END_OF_DAY else f"{clock:%H:%M}"


def hour_of(moment: datetime, day: Day) -> str:
    """The hour, or nothing where it is the end of the day's work or of the day."""
    return "" if local(moment, day.zone).time() == day.ends else hour(moment, day)


def is_own_day(matter: DateMatter, person: Known) -> bool:
    """Whether the one whom we turn to is the one whose day it is, as far as the file says."""
    return matter.person_id == person.id or fold(occasion(matter.words)) in NAMELESS


def new_day(day: Day) -> date:
    """The next working day: the date that a late word is moved to, unless the writer says otherwise."""
    return next_workday(day.date, day.zone)
