"""Days of rest: Shabbat and the holidays on which no work is done, from sunset to nightfall, where they are kept."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from pyluach.dates import HebrewDate

from kashuv.foundation.clock.sun import PLACES, sunset

CANDLES = timedelta(minutes=40)  # before sunset: the earliest custom, Jerusalem's
NIGHTFALL = timedelta(minutes=42)  # after sunset: three stars, by the common calendars

HEBREW = {"he": True, "en": False}
ENGLISH = {  # as people write them, where pyluach spells in Ashkenazi
    "Succos": "Sukkot",
    "Shmini Atzeres": "Simchat Torah",
    "Pesach": "Passover",
    "Shavuos": "Shavuot",
    "Rosh Hashana": "Rosh Hashanah",
}
SHABBAT = {"he": "שבת", "en": "Shabbat"}
INDEPENDENCE = {"he": "יום העצמאות", "en": "Independence Day"}


def rests(at: datetime, zone: ZoneInfo, tongue: str = "en") -> str | None:
    """The name of the Shabbat or holiday at that moment in that zone, or None on a weekday.

    A day of rest lasts from candle lighting on its eve to nightfall; zones that keep none answer None.
    """
    place = PLACES.get(zone.key)
    if place is None:
        return None
    today = at.astimezone(zone).date()
    if at < sunset(today, place) + NIGHTFALL and (name := resting_day(today, tongue)):
        return name
    if at >= sunset(today, place) - CANDLES:
        return resting_day(today + timedelta(days=1), tongue)
    return None


@lru_cache(maxsize=2048)
def resting_day(day: date, tongue: str = "en") -> str | None:
    """The name of the day if no work is done on it (its daylight), or None."""
    return holiday(day, tongue) or (SHABBAT[tongue] if day.weekday() == 5 else None)


@lru_cache(maxsize=2048)
def holiday(day: date, tongue: str = "en") -> str | None:
    """The holiday kept as a day of rest in Israel on that civil day, or None."""
    hebrew = HebrewDate.from_pydate(day)
    name = hebrew.festival(israel=True, hebrew=HEBREW[tongue], include_working_days=False)
    if name:
        return ENGLISH.get(name, name)
    return INDEPENDENCE[tongue] if day == _independence_day(hebrew.year) else None


def _independence_day(year: int) -> date:
    """5 Iyar, moved so that neither it nor the memorial day before touches Shabbat (law of 1949, amended 2004)."""
    fifth = HebrewDate(year, 2, 5).to_pydate()
    shift = {4: -1, 5: -2, 0: 1}  # Friday, Shabbat, Monday
    return fifth + timedelta(days=shift.get(fifth.weekday(), 0))


def hebrew_date(day: date) -> str:
    """Day and month of the Hebrew calendar as one says them: "י״ד בכסלו"."""
    hebrew = HebrewDate.from_pydate(day)
    return f"{hebrew.hebrew_day()} ב{hebrew.month_name(hebrew=True)}"
