"""When the sun sets: Shabbat begins by the hour and the place.

The formula is the sunrise equation with the equation of time (Meeus, Astronomical Algorithms, ch. 25 and 28, in
the short form that the US NOAA uses); good to about two minutes between the polar circles.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from math import acos, cos, degrees, pi, radians, sin, tan

PLACES = {"Asia/Jerusalem": (31.78, 35.22)}
SEEN_AT_HORIZON = 90.833  # degrees from the zenith: the upper rim, with refraction


def sunset(day: date, place: tuple[float, float]) -> datetime:
    """Sunset on that day at (latitude, longitude in degrees, north and east positive), in UTC."""
    year_angle = 2 * pi / 365 * (day.timetuple().tm_yday - 1 + 0.75)
    latitude, declination = radians(place[0]), _declination(year_angle)
    rise = cos(radians(SEEN_AT_HORIZON)) / (cos(latitude) * cos(declination)) - tan(latitude) * tan(
        declination
    )
    half_day = degrees(acos(max(-1.0, min(1.0, rise))))
    minutes = 720 - 4 * (place[1] - half_day) - _equation_of_time(year_angle)
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)


def _declination(g: float) -> float:
    return (
        0.006918
        - 0.399912 * cos(g)
        + 0.070257 * sin(g)
        - 0.006758 * cos(2 * g)
        + 0.000907 * sin(2 * g)
        - 0.002697 * cos(3 * g)
        + 0.00148 * sin(3 * g)
    )


def _equation_of_time(g: float) -> float:
    """In minutes."""
    wobble = 0.000075 + 0.001868 * cos(g) - 0.032077 * sin(g) - 0.014615 * cos(2 * g) - 0.040849 * sin(2 * g)
    return 229.18 * wobble
