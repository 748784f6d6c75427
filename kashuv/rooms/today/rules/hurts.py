"""How much a matter hurts the relationship if nothing is done today: 0 to 100, comparable across all kinds.

The order that the numbers serve: a word of ours that we did not keep; a client left waiting long; a loyal client
silent far beyond his rhythm; anger; what falls due today; then what is soon, gentle, or pleasant. Each curve rises
fast at first and then flattens, since the second day of waiting hurts more than the twenty-second. Only the clock
overrules it: from noon on what was promised for today stands above all, for it can still be kept.
"""

from __future__ import annotations

from math import exp, sqrt

from kashuv.rooms.today.rules.days import Day
from kashuv.rooms.today.rules.hours import is_for_today, nearness, part_of
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

# Promises. Late is worse than anything else of the same age, because we chose the date ourselves.
LATE, LATE_MORE, LATE_PACE = 66.0, 28.0, 5.0
DUE_TODAY, DUE_TOMORROW, UNDATED = 54.0, 36.0, 30.0
PRESSING, SOONER = (
    {"afternoon": 98.5, "closing": 99.0},
    0.5,
)  # above the gravest of all else with whatever comes on top
THEIRS, THEIRS_MORE, THEIRS_PACE = 20.0, 24.0, 8.0  # never more than half of ours: a reminder is gentle
PROPOSED = 0.55  # of the points, times certainty: it was only read, nobody has confirmed it
SETTLED = 0.6  # of that, if we have turned to him since: it may have been done then

# Waiting, by working days: one day 35, three 50, twelve calendar days about 70.
WAITING, WAITING_MORE, WAITING_PACE = 25.0, 65.0, 6.0
NOT_ASKED = 0.7  # his words wanted nothing, but we always answer him

# Tones. Anger is a hurt need of respect or fairness; it counts on the day and fades by half in ten days.
TONES = {
    "insult": 64.0,
    "anger": 62.0,
    "upset": 52.0,
    "blame": 50.0,
    "worry": 46.0,
    "sarcasm": 44.0,
    "indifference": 38.0,
}
FADES = 10.0

# Silence, in multiples of his own rhythm: at twice 52, at three times 71, for a tie that is well founded.
SILENCE, SILENCE_PACE = 82.0, 1.0
CADENCE, CADENCE_MORE, CADENCE_PACE = (
    38.0,
    30.0,
    1.0,
)  # he asked to hear from us: counts from the first day over

# Drafts. One that was put off until now comes before all that is not pressed by the clock; nobody is kept waiting for
# an opinion longer than for a word that is due today.
DRAFTS = {"held": 97.0, "wanted": 60.0, "given": 57.0}

DATES = {"contract": 34.0, "birthday": 28.0, "anniversary": 26.0, "other": 20.0}
TOMORROW = 0.6

UNCONFIRMED = 0.85  # nobody has said yet that this is a client


def hurt(matter: Matter, tie: Tie, day: Day) -> float:
    """The points of one matter."""
    if (pressing := _pressing(matter, day)) is not None:
        return pressing
    if isinstance(matter, DraftMatter):
        return DRAFTS[matter.what]
    points = _points(matter, tie, day)
    return round(points if tie.confirmed else points * UNCONFIRMED, 2)


def _pressing(matter: Matter, day: Day) -> float | None:
    """What the clock gives to a word for today; the sooner it falls due, the more."""
    part = part_of(day)
    if part == "morning" or not is_for_today(matter, day):
        return None
    assert isinstance(matter, PromiseMatter) and matter.due_at is not None
    return round(PRESSING[part] + SOONER * nearness(matter.due_at, day), 2)


def _points(matter: Matter, tie: Tie, day: Day) -> float:
    if isinstance(matter, PromiseMatter):
        return _promise(matter, tie, day)
    if isinstance(matter, WaitingMatter):
        return _waiting(matter, tie, day)
    if isinstance(matter, SignMatter):
        return _sign(matter, day)
    if isinstance(matter, SilenceMatter):
        return _silence(matter, tie, day)
    assert isinstance(matter, DateMatter)
    return _date(matter, day)


def _promise(matter: PromiseMatter, tie: Tie, day: Day) -> float:
    points = _theirs(matter, day) if matter.side == "theirs" else _ours(matter, day)
    if not matter.proposed:
        return points
    since = tie.last_out_at is not None and tie.last_out_at > matter.given_at
    return points * PROPOSED * matter.certainty * (SETTLED if since else 1)


def _ours(matter: PromiseMatter, day: Day) -> float:
    if matter.due_at is None:
        return UNDATED
    if matter.due_at < day.at:
        return LATE + LATE_MORE * _risen(day.workdays_late(matter.due_at), LATE_PACE)
    return DUE_TODAY if day.days_late(matter.due_at) == 0 else DUE_TOMORROW


def _theirs(matter: PromiseMatter, day: Day) -> float:
    late = day.workdays_late(matter.due_at) if matter.due_at else 0
    return THEIRS + THEIRS_MORE * _risen(late, THEIRS_PACE)


def _waiting(matter: WaitingMatter, tie: Tie, day: Day) -> float:
    points = WAITING + WAITING_MORE * _risen(day.workdays_since(matter.since), WAITING_PACE)
    points *= 0.85 + 0.15 * tie.strength
    return points if matter.asks else points * NOT_ASKED


def _sign(matter: SignMatter, day: Day) -> float:
    age = max(0, day.days_since(matter.at))
    return TONES.get(matter.tone, 0.0) * (0.6 + 0.4 * matter.certainty) * 0.5 ** (age / FADES)


def _silence(matter: SilenceMatter, tie: Tie, day: Day) -> float:
    """By the stated cadence if there is one: a wish counts whatever the tie; a habit counts as far as it is founded."""
    if matter.since is None:
        return CADENCE
    days = max(0, day.days_since(matter.since))
    if tie.cadence_days:
        over = max(0.0, days / tie.cadence_days - 1)
        return CADENCE + CADENCE_MORE * _risen(over, CADENCE_PACE) * (0.5 + 0.5 * tie.strength)
    over = max(0.0, days / (tie.rhythm_days or days or 1) - 1)
    return SILENCE * _risen(over, SILENCE_PACE) * sqrt(tie.strength)


def _date(matter: DateMatter, day: Day) -> float:
    points = DATES.get(matter.kind, DATES["other"])
    return points if matter.day <= day.date else points * TOMORROW


def _risen(amount: float, pace: float) -> float:
    """0 to 1: how far a curve has risen after `amount`; two thirds of the way at `pace`."""
    return 1 - exp(-amount / pace)
