"""How old a matter may be and still be today's; older ones belong to the stock-taking, not to the morning.

An archive of ten years must not flood the first morning. The limit follows the client's own rhythm, and is
stricter where nobody has confirmed the client yet.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from kashuv.rooms.care.rules import silence
from kashuv.rooms.today.rules.days import Day
from kashuv.rooms.today.rules.matters import (
    DateMatter,
    DraftMatter,
    Matter,
    PromiseMatter,
    SignMatter,
    SilenceMatter,
    Tie,
    WaitingMatter,
)

OLDEST_WAITING = 180  # days
OLDEST_SIGN = 30
OLDEST_PROPOSAL = 21  # a date that was only read somewhere and passed long ago
OLDEST_GENTLE = 120  # for a reminder of what they promised
UNDATED = (7, 60)  # days after which a promise without a date is asked about, and until when
ONE_DAY = timedelta(days=1)
AHEAD = 1  # days: what is due tomorrow is seen today


def is_todays(matter: Matter, tie: Tie, day: Day) -> bool:
    """Whether the matter is fresh enough, by this client's measure, to be shown on this day."""
    if isinstance(matter, WaitingMatter):
        return day.days_since(matter.since) <= waiting_limit(tie)
    if isinstance(matter, SilenceMatter):
        return matter.since is None or day.days_since(matter.since) <= silence_limit(tie)
    if isinstance(matter, SignMatter):
        return day.days_since(matter.at) <= OLDEST_SIGN
    if isinstance(matter, PromiseMatter):
        return _promise_is_todays(matter, tie, day)
    return isinstance(matter, DateMatter | DraftMatter)


def waiting_limit(tie: Tie) -> float:
    """Days: four of his rhythms, at least a month and a half, at most half a year; half of it while unconfirmed."""
    rhythm = tie.rhythm_days or silence.USUAL_RHYTHM
    limit = min(max(4 * rhythm, 45), OLDEST_WAITING)
    return limit if tie.confirmed else limit / 2


def silence_limit(tie: Tie) -> float:
    """Days, by the judgement that the list of clients and his own page go by."""
    return silence.longest(tie.rhythm_days, tie.cadence_days, confirmed=tie.confirmed)


def _promise_is_todays(matter: PromiseMatter, tie: Tie, day: Day) -> bool:
    if matter.due_at is None:
        first, last = UNDATED
        age = day.days_since(matter.given_at)
        return matter.side == "ours" and not matter.proposed and first <= age <= last
    late = day.days_late(matter.due_at)
    if matter.proposed:
        return -AHEAD <= late <= OLDEST_PROPOSAL and not _most_likely_done(matter, tie, day)
    if matter.side == "theirs":
        return _past(matter.due_at, day) and late <= OLDEST_GENTLE
    return late >= -AHEAD


def _most_likely_done(matter: PromiseMatter, tie: Tie, day: Day) -> bool:
    """A word that was only read, whose day has passed, and we turned to him on that day or after it."""
    if matter.due_at is None or tie.last_out_at is None or not _past(matter.due_at, day):
        return False
    return tie.last_out_at > matter.given_at and tie.last_out_at > matter.due_at - ONE_DAY


def _past(due: datetime, day: Day) -> bool:
    return due < day.at
