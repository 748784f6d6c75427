"""Silence: since when a client has been silent, and how long that is a silence and not the end of a tie.

The one judgement of the plan, of the list and of the client's own page.
"""

from __future__ import annotations

from datetime import datetime

USUAL_RHYTHM = 15.0  # days; for a tie too young to have its own
OLDEST = 600.0  # days
OF_CADENCE = (10, 365.0)  # so many times, and days at the least, before what he asked for is forgotten
CONFIRMED = (6, 90.0)
PROPOSED = (4, 30.0)


def since(last_at: datetime | None, heard_at: datetime | None, cadence_days: int | None) -> datetime | None:
    """Who asked to be in touch is silent since the last word of either; else it is his own last word that counts."""
    return last_at if cadence_days else heard_at or last_at


def longest(rhythm_days: float | None, cadence_days: int | None, *, confirmed: bool) -> float:
    """Days: beyond so many of his rhythms (at least three months, at most twenty) a tie is not silent but over."""
    if cadence_days:
        times, least = OF_CADENCE
        return max(times * cadence_days, least)
    times, least = CONFIRMED if confirmed else PROPOSED
    return min(max(times * (rhythm_days or USUAL_RHYTHM), least), OLDEST)


def is_silent(uneasy_at: datetime | None, now: datetime, days: int, most: float) -> bool:
    """Whether his silence of so many days is unlike him, and not yet the end."""
    return uneasy_at is not None and uneasy_at <= now and days <= most


def is_over(uneasy_at: datetime | None, now: datetime, days: int, most: float) -> bool:
    """Whether it has become so long that the tie belongs to the stock-taking, and to no day's plan."""
    return uneasy_at is not None and uneasy_at <= now and days > most
