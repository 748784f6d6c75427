"""Time as people say it: "tomorrow at 10:00", "לפני שלושה ימים". A module for each tongue, with the same names."""

from __future__ import annotations

from datetime import date, datetime
from types import ModuleType

from kashuv.desk.layout.times import en, he

TONGUES: dict[str, ModuleType] = {"he": he, "en": en}
HOUR = 60
END_OF_DAY = (23, 59)  # no hour that anybody named: only the day is said


def moment(at: datetime, now: datetime, tongue: str) -> str:
    """A moment as seen from now; both as the reader's wall clock shows them."""
    words = TONGUES[tongue]
    minutes = round((now - at).total_seconds() / 60)
    if 0 <= minutes < HOUR:
        return words.minutes_ago(minutes)
    days = (at.date() - now.date()).days
    if -2 < days < 7 and (at.hour, at.minute) != END_OF_DAY:
        return words.at_hour(day(at.date(), now.date(), tongue), f"{at:%H:%M}")
    return day(at.date(), now.date(), tongue)


def due(at: datetime, now: datetime, tongue: str, *, ends_the_day: bool) -> str:
    """Until when: an hour that somebody named as a moment, else the end of its day; a past one by its day alone."""
    if not ends_the_day:
        return moment(at, now, tongue)
    if at < now:
        return day(at.date(), now.date(), tongue)
    words, days = TONGUES[tongue], (at.date() - now.date()).days
    if days in words.ENDS:
        return words.ENDS[days]
    return (
        words.by_end_of(at.weekday()) if days < 7 else words.by_date(at.date(), with_year=at.year != now.year)
    )


def day(then: date, today: date, tongue: str) -> str:
    """A day as seen from today; far ones by their date, with the year if it is another."""
    words = TONGUES[tongue]
    days = (then - today).days
    if days in words.NEAR:
        return words.NEAR[days]
    if 0 < days < 7:
        return words.on_weekday(then.weekday())
    if -28 < days < 0:
        return words.days_ago(-days)
    return words.on_date(then, with_year=then.year != today.year)


def plain(then: date, today: date, tongue: str) -> str:
    """A day by its date, with the year if it is another."""
    return str(TONGUES[tongue].plain_date(then, with_year=then.year != today.year))


def exact(at: datetime, tongue: str) -> str:
    """The moment without a doubt: weekday, date and hour."""
    words = TONGUES[tongue]
    return f"{long_day(at.date(), tongue)}, {words.at_hour('', f'{at:%H:%M}').strip()}"


def long_day(then: date, tongue: str, *, with_year: bool = True) -> str:
    """The weekday with the date: "Tuesday, 24 November 2026"."""
    words = TONGUES[tongue]
    return f"{words.WEEKDAYS[then.weekday()]}, {words.plain_date(then, with_year=with_year)}"


def weekdays(tongue: str) -> tuple[str, ...]:
    """Their names, from Monday."""
    return tuple(TONGUES[tongue].WEEKDAYS)
