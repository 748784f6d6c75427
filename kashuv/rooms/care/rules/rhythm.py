"""A client's own rhythm: how long it usually is until one hears from him again, and when silence stops fitting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

REMEMBERED = 24  # gaps; a rhythm is what he does nowadays, not what he did five years ago
FEWEST_DAYS = 4  # days on which he was heard, before we speak of a rhythm at all
FEWEST_SEASONS = 3  # enough where they lie far apart: the client who comes once a year
SEASON = 60.0  # days
SHORTEST_SPAN = 14  # days; three letters in one week are a beginning, not a rhythm
PATIENCE = (
    60.0,
    2.0,
)  # rhythms: at twice his usual gap we begin to wonder, at three times we are surely past it
LONG_PATIENCE = (300.0, 1.25)  # who comes once a year is missed after fifteen months, not after two years
GRACE = 0.75  # rhythms that he has to answer us when we have just turned to him
LEAST_PATIENCE = 2.0  # days
SHORT = 5.0  # below this many days a weekend would look like silence


def own_rhythm(days: Sequence[int]) -> float | None:
    """The usual gap in days between the days (ordinals, ascending) on which he was heard; None if too few.

    It is the gap into which a day of the shared past falls by chance, the median of the gaps each weighted by its
    length: of three letters a day apart and then a year's pause, again and again, the rhythm is the year.
    """
    gaps = [later - earlier for earlier, later in pairwise(days)][-REMEMBERED:]
    if not _enough(days, gaps):
        return None
    return _weighted_median(_without_exception(sorted(gaps)))


def _enough(days: Sequence[int], gaps: Sequence[int]) -> bool:
    if len(days) < FEWEST_SEASONS or sum(gaps) < SHORTEST_SPAN:
        return False
    return len(days) >= FEWEST_DAYS or min(gaps) >= SEASON


def _without_exception(gaps: list[int]) -> list[int]:
    """Leaves out one gap that is like no other (a long illness), unless there is little beside it."""
    rest = gaps[:-1]
    if len(rest) >= 3 and gaps[-1] > 3 * rest[-1] and sum(rest) * 5 >= gaps[-1]:
        return rest
    return gaps


def _weighted_median(gaps: list[int]) -> float:
    half, walked = sum(gaps) / 2, 0
    for gap in gaps:
        walked += gap
        if walked >= half:
            return float(gap)
    raise ValueError("no gaps")


def uneasy_at(rhythm: float, heard_at: datetime, wrote_at: datetime | None) -> datetime:
    """From when on his silence no longer fits: twice his rhythm, and if we have just written, some time to answer."""
    patience = max(_rhythms_of_patience(rhythm) * rhythm, LEAST_PATIENCE)
    moment = heard_at + timedelta(days=patience)
    if rhythm < SHORT:
        moment += timedelta(days=_weekend_days(heard_at, patience))
    if wrote_at is None:
        return moment
    return max(moment, wrote_at + timedelta(days=GRACE * rhythm))


def _rhythms_of_patience(rhythm: float) -> float:
    """Twice the rhythm up to two months, less and less of it up to a year."""
    (short, more), (long, less) = PATIENCE, LONG_PATIENCE
    way = min(1.0, max(0.0, (rhythm - short) / (long - short)))
    return more - way * (more - less)


def _weekend_days(begin: datetime, span: float) -> int:
    """Fridays and Saturdays in the coming `span` days, and those that this puts off into."""
    rest, day, left = 0, begin, span
    while left > 0:
        day += timedelta(days=1)
        if day.weekday() in (4, 5):
            rest += 1
        else:
            left -= 1
    return rest
