"""Lengths of time put on the calendar: from a moment, forwards or back, with the grain that was spoken."""

from __future__ import annotations

from datetime import datetime, timedelta

from kashuv.language.dates.calendar import DAY, Frame, add_days, add_months, add_workdays, midnight, week_of
from kashuv.language.dates.items import Length, Span
from kashuv.language.reading import Grain

_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_GRAIN: dict[str, Grain] = {
    "second": "second", "minute": "minute", "hour": "minute", "day": "day", "workday": "day", "week": "day", "fortnight": "day",
    "weekend": "day", "month": "day", "quarter": "day", "year": "day", "decade": "year",
}  # fmt: skip
_ORDER = tuple(_GRAIN)


def finest(length: Length) -> str:
    """The smallest unit that was named."""
    return min((unit for _, unit in length.parts), key=_ORDER.index)


def moved(moment: datetime, length: Length, sign: int, frame: Frame) -> datetime:
    """The moment so far away; a whole month keeps the day of the month."""
    for amount, unit in length.parts:
        count = sign * amount
        if unit == "workday":
            moment = add_workdays(moment, round(count), frame)
        elif unit in _MONTHS:
            moment = add_months(moment, round(count * _MONTHS[unit]))
        elif unit in _DAYS:
            moment = add_days(moment, count * _DAYS[unit])
        elif abs(count) < 10_000_000:
            moment = moment + timedelta(seconds=count * _SECONDS[unit])
    return moment


def away(length: Length, sign: int, frame: Frame) -> Span:
    """ "in two weeks", "לפני שעה": the point so far from now, as fine as it was spoken."""
    grain = _GRAIN[finest(length)]
    there = moved(frame.now, length, sign, frame)
    if grain == "day":
        start = midnight(there)
        return Span(start, start + DAY, "day", certainty=0.9)
    return Span(there, there, grain, certainty=0.9)


def stretch(length: Length, sign: int, frame: Frame) -> Span:
    """ "the next three hours", "the last two days": whole units counted from this one."""
    unit = finest(length)
    base = unit_start(frame.now, unit, frame)
    if sign < 0:
        return Span(moved(base, length, -1, frame), base, _whole(unit), "interval")
    start = moved(base, Length(((1, unit),)), 1, frame)
    return Span(start, moved(start, length, 1, frame), _whole(unit), "interval")


def unit_start(moment: datetime, unit: str, frame: Frame) -> datetime:
    """The beginning of the hour, day, week, month… in which the moment lies."""
    if unit in ("second", "minute", "hour"):
        cut = {"second": 0, "minute": moment.second, "hour": moment.minute * 60 + moment.second}[unit]
        return (moment - timedelta(seconds=cut)).replace(microsecond=0)
    if unit in ("week", "fortnight", "weekend"):
        return week_of(moment, frame)
    start = midnight(moment)
    if unit in ("day", "workday"):
        return start
    start = start.replace(day=1)
    if unit == "decade":
        return start.replace(year=max(start.year // 10 * 10, 1), month=1)
    if unit == "quarter":
        return start.replace(month=(start.month - 1) // 3 * 3 + 1)
    return start if unit == "month" else start.replace(month=1)


def whole(unit: str, offset: int, frame: Frame) -> Span:
    """ "this week", "next month", "last year": the unit so many places from the present one."""
    if unit == "weekend":
        return weekend(offset, frame)
    length = Length(((1, unit),))
    start = moved(
        unit_start(frame.now, unit, frame), Length(((abs(offset), unit),)), 1 if offset > 0 else -1, frame
    )
    return Span(start, moved(start, length, 1, frame), _whole(unit))


def weekend(offset: int, frame: Frame) -> Span:
    """The two days of rest; inside them "this weekend" is the present one."""
    first = week_of(frame.now, frame) + timedelta(days=(frame.weekend[0] - frame.week_starts) % 7)
    start = first + timedelta(days=7 * offset)
    return Span(start, start + 2 * DAY, "day", "interval")


def _whole(unit: str) -> Grain:
    grains: dict[str, Grain] = {"workday": "day", "fortnight": "week", "weekend": "day", "decade": "year"}
    return grains.get(unit, unit)  # type: ignore[arg-type]
