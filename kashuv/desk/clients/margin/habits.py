"""Observed manners: which channel he answers, at what hours he writes, how fast; figures from the timeline, no more.

Too few cases say nothing: below `ENOUGH` there is no figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import NamedTuple
from zoneinfo import ZoneInfo

ENOUGH = 5
IN_TIME = timedelta(days=3)


class Said(NamedTuple):
    """One thing said: when (UTC), in which direction, by which channel."""

    at: datetime
    direction: str
    kind: str


@dataclass(frozen=True, slots=True)
class Channel:
    """Of `asked` times that we turned to him by this channel he answered `answered` times within three days."""

    kind: str
    asked: int
    answered: int


@dataclass(frozen=True, slots=True)
class Hours:
    """`within` of his `of` messages came between these full hours of the day; `moments` are the hours of all of them."""

    start: int
    end: int
    within: int
    of: int
    moments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Habits:
    """What the timeline shows; None and () where it shows too little. `answer_hours` is the median of `answers` answers."""

    channels: tuple[Channel, ...] = ()
    hours: Hours | None = None
    answer_hours: float | None = None
    answers: int = 0

    @property
    def best(self) -> Channel | None:
        """The channel that he answers most reliably."""
        return max(self.channels, key=lambda c: (c.answered / c.asked, c.asked), default=None)


def habits(said: Sequence[Said], zone: ZoneInfo) -> Habits:
    """Reads the habits out of what was said, oldest first; memos are not contact and must not be among them."""
    waits = _waits(said)
    answered = [wait for _, wait in waits if wait is not None]
    hours = tuple(one.at.astimezone(zone).hour for one in said if one.direction == "in")
    return Habits(
        channels=_channels(waits),
        hours=_hours(hours) if len(hours) >= ENOUGH else None,
        answer_hours=median(wait / timedelta(hours=1) for wait in answered)
        if len(answered) >= ENOUGH
        else None,
        answers=len(answered),
    )


def _waits(said: Sequence[Said]) -> list[tuple[str, timedelta | None]]:
    """For each time that we turned to him: the channel, and how long his answer took (None: longer than three days).

    Several messages of ours in a row are one turn; the last of them is the one that was answered.
    """
    waits: list[tuple[str, timedelta | None]] = []
    for one, following in pairwise([*said, None]):
        if one is not None and one.direction == "out" and (following is None or following.direction == "in"):
            gap = following.at - one.at if following else None
            waits.append((one.kind, gap if gap is not None and gap <= IN_TIME else None))
    return waits


def _channels(waits: list[tuple[str, timedelta | None]]) -> tuple[Channel, ...]:
    by_kind: dict[str, list[bool]] = defaultdict(list)
    for kind, wait in waits:
        by_kind[kind].append(wait is not None)
    found = [Channel(kind, len(turns), sum(turns)) for kind, turns in by_kind.items() if len(turns) >= ENOUGH]
    return tuple(sorted(found, key=lambda c: -c.asked))


def _hours(hours: tuple[int, ...]) -> Hours:
    """The hours between which the middle eight tenths lie."""
    ordered = sorted(hours)
    cut = len(ordered) // 10
    start, end = ordered[cut], ordered[len(ordered) - 1 - cut] + 1
    return Hours(start, end, sum(start <= hour < end for hour in hours), len(hours), hours)
