# ruff: noqa: DTZ001 - the wall clock of the reader, which gets its zone only at the end
"""Holidays of both calendars, computed: a name and a year to the days it takes."""

from __future__ import annotations

from datetime import datetime, timedelta

from kashuv.language.dates import hebrew_calendar as hebrew
from kashuv.language.dates.calendar import DAY, Frame, nth_weekday
from kashuv.language.dates.items import Span

_FIXED = {
    "new year": (1, 1), "epiphany": (1, 6), "groundhog day": (2, 2), "valentine": (2, 14), "women's day": (3, 8), "st patrick": (3, 17),
    "ides of march": (3, 15), "customer day": (3, 19), "april fools": (4, 1), "earth day": (4, 22), "cinco de mayo": (5, 5),
    "july fourth": (7, 4), "halloween": (10, 31), "all saints": (11, 1), "veterans day": (11, 11), "christmas": (12, 25),
    "boxing day": (12, 26), "new year's eve": (12, 31),
}  # fmt: skip

# month, weekday (Monday is 0), which one, days after it
_NTH = {
    "mlk": (1, 0, 3, 0), "presidents day": (2, 0, 3, 0), "mothers day": (5, 6, 2, 0), "memorial day": (5, 0, -1, 0),
    "fathers day": (6, 6, 3, 0), "labor day": (9, 0, 1, 0), "columbus day": (10, 0, 2, 0), "thanksgiving": (11, 3, 4, 0),
    "black friday": (11, 3, 4, 1), "cyber monday": (11, 3, 4, 4),
}  # fmt: skip

_FROM_EASTER = {
    "shrove tuesday": -47, "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "easter": 0,
    "easter monday": 1, "ascension": 39, "pentecost": 49,
}  # fmt: skip

# Hebrew month, day, how many days
_HEBREW = {
    "rosh hashana": (hebrew.TISHREI, 1, 2), "gedaliah": (hebrew.TISHREI, 3, 1), "yom kippur": (hebrew.TISHREI, 10, 1),
    "sukkot": (hebrew.TISHREI, 15, 7), "chol hamoed sukkot": (hebrew.TISHREI, 16, 5), "hoshana raba": (hebrew.TISHREI, 21, 1),
    "simchat torah": (hebrew.TISHREI, 22, 1), "the holidays": (hebrew.TISHREI, 1, 22), "hanukkah": (hebrew.KISLEV, 25, 8),
    "tu bishvat": (hebrew.SHEVAT, 15, 1), "family day": (hebrew.SHEVAT, 30, 1), "taanit esther": (hebrew.ADAR_II, 13, 1),
    "purim": (hebrew.ADAR_II, 14, 1), "shushan purim": (hebrew.ADAR_II, 15, 1), "seder": (hebrew.NISAN, 14, 1),
    "pesach": (hebrew.NISAN, 15, 7), "chol hamoed pesach": (hebrew.NISAN, 16, 5), "seventh of pesach": (hebrew.NISAN, 21, 1),
    "mimouna": (hebrew.NISAN, 22, 1), "lag baomer": (hebrew.IYAR, 18, 1), "jerusalem day": (hebrew.IYAR, 28, 1),
    "shavuot": (hebrew.SIVAN, 6, 1), "tisha b'av": (hebrew.AV, 9, 1), "tu beav": (hebrew.AV, 15, 1),
}  # fmt: skip

# Islamic month, day, how many days
_ISLAMIC = {
    "ramadan": (9, 1, 30),
    "eid al-fitr": (10, 1, 1),
    "eid al-adha": (12, 10, 1),
    "mawlid": (3, 12, 1),
}


def holiday(name: str, frame: Frame, year: int | None = None) -> Span | None:
    """The holiday in that year, or the next one that is not over."""
    if name == "after the holidays":
        season = holiday("the holidays", frame, year)
        return season and Span(season.end, season.end + DAY, "day", "after", 0.8)
    years = [year] if year is not None else range(frame.now.year - 1, frame.now.year + 3)
    for one in years:
        found = _in_year(name, one)
        if found and (year is not None or found[0] + timedelta(days=found[1]) > frame.today):
            start, days = found
            return Span(start, start + timedelta(days=days), "day", "interval" if days > 1 else "point")
    return None


def _in_year(name: str, year: int) -> tuple[datetime, int] | None:
    if not 1600 <= year <= 2400:
        return None
    if name in _FIXED:
        return datetime(year, *_FIXED[name]), 1
    if name in _NTH:
        month, weekday, nth, more = _NTH[name]
        start = nth_weekday(year, month, weekday, nth)
        return (start + timedelta(days=more), 1) if start else None
    if name in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[name]), 1
    if name in _HEBREW:
        month, number, days = _HEBREW[name]
        start = hebrew.civil(hebrew.hebrew_year(year, month), month, number)
        return (start, days) if start else None
    if name in _ISLAMIC:
        return _islamic(year, *_ISLAMIC[name])
    return _moved(name, year)


def _moved(name: str, year: int) -> tuple[datetime, int] | None:
    """Days of remembrance, which Israel moves away from the Sabbath."""
    if name == "shoah":
        start = hebrew.civil(year + 3760, hebrew.NISAN, 27)
        return (start + timedelta(days={4: -1, 6: 1}.get(start.weekday(), 0)), 1) if start else None
    if name in ("independence", "memorial"):
        start = hebrew.civil(year + 3760, hebrew.IYAR, 5)
        if start is None:
            return None
        start += timedelta(days={4: -1, 5: -2, 0: 1}.get(start.weekday(), 0))
        return start - (DAY if name == "memorial" else timedelta()), 1
    return None


def easter(year: int) -> datetime:
    """Easter Sunday of the western churches."""
    century, golden = year // 100, year % 19
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= (epact // 28) * (1 - (epact // 28) * (29 // (epact + 1)) * ((21 - golden) // 11))
    days = epact - (year + year // 4 + epact + 2 - century + century // 4) % 7
    month = 3 + (days + 40) // 44
    return datetime(year, month, days + 28 - 31 * (month // 4))


def _islamic(year: int, month: int, number: int, days: int) -> tuple[datetime, int] | None:
    """By the tabular calendar; sight of the moon may move it by a day."""
    lunar = int((year - 622) * 33 / 32) - 1
    for one in range(lunar, lunar + 4):
        ordinal = number + (59 * (month - 1) + 1) // 2 + (one - 1) * 354 + (3 + 11 * one) // 30 + 227_014
        start = datetime.fromordinal(ordinal)
        if start.year == year:
            return start, days
    return None
