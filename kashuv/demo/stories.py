"""The stories: what a year with each kind of client sounds like. Each plays on a stage and yields beats and words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from kashuv.demo import days
from kashuv.demo.stage import Beat, Stage
from kashuv.demo.words import Move, Word

Told = Iterator[Beat | Word]
DAILY = 1.4
SLOW = (110.0, 190.0)  # hours: the client whom we flee from


def natural(stage: Stage, gap: float = 19, until: float = 4) -> Told:
    """Letters, now and then a call or a message, a meeting each season; everything gets its answer."""
    talks = stage.pack.talks
    for ago in stage.every(gap, until=until + stage.rng.uniform(0, gap / 2)):
        chance = stage.rng.random()
        if chance < 0.62:
            yield from stage.talk(talks.ROUTINE, ago, file=_file(stage))
        elif chance < 0.78:
            yield from stage.talk(talks.CALLS, ago, kind="call")
        elif chance < 0.94:
            yield from stage.talk(talks.CHATS, ago, kind="whatsapp", ours=(0.1, 1.5), theirs=(0.1, 1.5))
        else:
            yield from stage.talk(talks.MEETINGS, ago, kind="meeting")


def _file(stage: Stage) -> str:
    """Now and then something is enclosed."""
    return stage.rng.choice(stage.pack.talks.FILES) if stage.rng.random() < 0.18 else ""


def quiet(stage: Stage) -> Told:
    """Says little, once a month, and is content."""
    yield from natural(stage, gap=32, until=9)


def brisk(stage: Stage) -> Told:
    """A lot to do together, every few days; yesterday's word was kept."""
    yield from natural(stage, gap=10, until=6)
    day = days.workday_at_or_before((stage.now - timedelta(days=1)).astimezone(stage.zone).date(), stage.zone)
    due = _end_of_day(stage, day)
    *beats, word = _promised(stage, 4.2, stage.pack.wording.DRAFT_WORDS, due)
    yield from beats
    yield replace(word, kept_at=min(due, stage.now) - timedelta(hours=2))


def overlooked(stage: Stage) -> Told:
    """Warm, loyal, never a complaint; easily forgotten."""
    for ago in stage.every(34, since=430, until=29):
        yield from stage.talk(stage.pack.talks.LOVELY, ago)


def lovely(stage: Stage) -> Told:
    """Every letter is a pleasure."""
    for ago in stage.every(18, until=5):
        kind = stage.rng.random()
        choice = stage.pack.talks.LOVELY if kind < 0.6 else stage.pack.talks.ROUTINE
        yield from stage.talk(choice, ago)


def pressed(stage: Stage) -> Told:
    """Under pressure himself: writes nearly every working day, and is answered."""
    yield from natural(stage, gap=20, until=110)
    for ago in stage.every(DAILY, since=100, until=1.2):
        yield from stage.talk(stage.pack.talks.PRESSED, ago, ours=(0.3, 2.5))


def dispute(stage: Stage) -> Told:
    """A year in peace, then a bill that he did not expect."""
    yield from natural(stage, gap=15, until=40)
    for number, ago in enumerate((24, 17, 10, 5)):
        yield from stage.talk(stage.pack.talks.DISPUTE[number : number + 1], ago)


def draining(stage: Stage) -> Told:
    """One more change, one more version, on Friday too."""
    for ago in stage.every(8, until=6):
        yield from stage.talk(stage.pack.talks.DRAINING, ago, ours=(1, 9))
    yield from stage.talk(stage.pack.talks.DRAINING, 1.3, lines=1)


def slow_answered(stage: Stage) -> Told:
    """The one whom we flee from: he always waits longest."""
    for ago in stage.every(24, until=12):
        yield from stage.talk(stage.pack.talks.NAGGING, ago, ours=SLOW)


def leaving(stage: Stage) -> Told:
    """Warm, then correct, then asks for the files."""
    yield from natural(stage, gap=14, until=70)
    for number, ago in enumerate((52, 36, 22)):
        yield from stage.talk(stage.pack.talks.LEAVING[number : number + 1], ago)
    yield from stage.talk(stage.pack.talks.LEAVING[3:], 3, lines=1)


def cooling(stage: Stage) -> Told:
    """The thanks stopped, the answers became short."""
    yield from natural(stage, gap=12, until=75)
    for ago in (58, 44, 27, 14):
        yield from stage.talk(stage.pack.talks.COOL, ago)


def silent(stage: Stage) -> Told:
    """Wrote every nine days for a year; and now nothing, for more than three times as long."""
    for ago in stage.every(9, until=31):
        yield from stage.talk(stage.pack.talks.ROUTINE, ago)


def waiting_long(stage: Stage) -> Told:
    """Asked something twelve days ago, and it was forgotten."""
    yield from natural(stage, gap=11, until=19)
    yield from stage.talk(stage.pack.talks.FORGOTTEN, 12, lines=1)


def angry(stage: Stage) -> Told:
    """Everything went well until last evening."""
    yield from natural(stage, gap=10, until=9)
    yield from stage.talk(stage.pack.talks.ANGRY, 0.9, lines=1)


def once_a_year(stage: Stage) -> Told:
    """Comes each spring for one project, then is gone until the next."""
    for spring in (980, 615, 250):
        for ago in (spring, spring - 6, spring - 15):
            yield from stage.talk(stage.pack.talks.ROUTINE, ago)


def newcomer(stage: Stage) -> Told:
    """Came last week over the form; one exchange so far."""
    yield from stage.talk(stage.pack.talks.ENQUIRY, 7)


def mixed(stage: Stage) -> Told:
    """Writes in two languages at once."""
    for ago in stage.every(19, until=5):
        yield from stage.talk(stage.pack.talks.MIXED, ago)


def due_today(stage: Stage) -> Told:
    """We said: by the end of today."""
    yield from natural(stage, gap=13, until=9)
    yield from _promised(stage, 3.2, stage.pack.wording.DRAFT_WORDS, _end_of(stage, stage.now))


def late(stage: Stage) -> Told:
    """We named a day; it has passed, and nobody told him."""
    yield from natural(stage, gap=12, until=15)
    day = days.workday_at_or_before((stage.now - timedelta(days=3)).astimezone(stage.zone).date(), stage.zone)
    yield from _promised(stage, 8.2, stage.pack.wording.LIST_WORDS, _end_of_day(stage, day))


def moved(stage: Stage) -> Told:
    """It did not work out in time, and she heard of it before she had to ask."""
    yield from natural(stage, gap=13, until=17)
    first = days.workday_at_or_before(
        (stage.now - timedelta(days=4)).astimezone(stage.zone).date(), stage.zone
    )
    second = days.workdays_ahead(stage.now, 4, stage.zone).astimezone(UTC)
    *beats, word = _promised(stage, 9.2, stage.pack.wording.PLAN_WORDS, _end_of_day(stage, first))
    yield from beats
    told = stage.talk(stage.pack.talks.MOVED, 6.5, due=second)
    yield from told
    yield replace(word, moves=(Move(told[0].at, second, stage.pack.wording.MOVE_REASON),))


def _promised(stage: Stage, ago: float, thing: str, due: datetime) -> list[Any]:
    """A talk in which we promise, and the promise."""
    beats = stage.talk(stage.pack.talks.PROMISED, ago, ours=(0.5, 3), theirs=(0.2, 1), thing=thing, due=due)
    return [*beats, Word(next(beat for beat in beats if beat.direction == "out"), thing, due)]


def owed(stage: Stage) -> Told:
    """He wanted to send us the pictures, and has not."""
    yield from natural(stage, gap=13, until=12)
    day = days.workday_at_or_before((stage.now - timedelta(days=3)).astimezone(stage.zone).date(), stage.zone)
    due, thing = _end_of_day(stage, day), stage.pack.wording.PICTURES_WORDS
    beats = stage.talk(stage.pack.talks.OWED, 8.2, thing=thing, due=due)
    yield from beats
    yield Word(next(beat for beat in beats if beat.direction == "in"), thing, due, side="theirs")


def resting(stage: Stage) -> Told:
    """Asked for peace, and gets it."""
    for ago in stage.every(10, until=48):
        yield from stage.talk(stage.pack.talks.ROUTINE, ago)


def _end_of(stage: Stage, at: datetime) -> datetime:
    """The end of that day's work; of a day nearly over, its very end, so that "today" stays ahead."""
    local = at.astimezone(stage.zone)
    if local.hour < days.LAST_HOUR - 1:
        return _end_of_day(stage, local.date())
    return datetime.combine(local.date(), time(23, 59), stage.zone).astimezone(UTC)


def _end_of_day(stage: Stage, day: date) -> datetime:
    return datetime.combine(day, time(days.LAST_HOUR), stage.zone).astimezone(UTC)


STORIES: dict[str, Callable[[Stage], Told]] = {
    story.__name__: story
    for story in (
        natural, quiet, brisk, overlooked, lovely, pressed, dispute, draining, slow_answered, leaving, cooling, silent,
        waiting_long, angry, once_a_year, newcomer, mixed, due_today, late, moved, owed, resting,
    )
}  # fmt: skip
TROUBLED = {
    "pressed",
    "dispute",
    "draining",
    "slow_answered",
    "leaving",
    "cooling",
    "angry",
    "waiting_long",
    "late",
}
