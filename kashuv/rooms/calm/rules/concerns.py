"""What the guard may see in a draft: in its words, in the hour, in whom it goes to, in the law; pure.

It says what it saw. What could stand there instead is worded by the door, in the writer's own language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any

from kashuv.language.guard import HEATED, is_hot
from kashuv.language.guard import Concern as InWords
from kashuv.language.reading import PromiseFound
from kashuv.rooms.conversations.rules.worth import last_moment
from kashuv.rooms.team.rules.quiet import Span

NIGHT = (time(22, 30), time(6, 30))
FRAGILE_FRAMES = frozenset({"dispute", "danger"})


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing that was seen. `words` are the draft's own, from `start` to `end`; `told` are names, dates, hours."""

    kind: str
    words: str = ""
    start: int = 0
    end: int = 0
    certainty: float = 1.0
    told: Mapping[str, str] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """As a weighing keeps it."""
        return {
            "kind": self.kind,
            "words": self.words,
            "start": self.start,
            "end": self.end,
            "certainty": round(self.certainty, 2),
            "told": dict(self.told),
        }


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who reads it. `client` is the name of the client whose he is; none is known of a stranger.

    One who was `passed_on` stands only in the words of the letter that is answered, as in one that was forwarded.
    """

    address: str
    name: str = ""
    client: str = ""
    ours: bool = False
    at_this_client: bool = False
    exclusive: bool = False
    may_be_contacted: bool = True
    agreed: bool = False
    wrote_in_thread: bool = False
    passed_on: bool = False


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Everything around the words. `local` is when it would leave, in the firm's zone; `rest` names the day of rest then,
    `quiet` are the hours of that week in which we said that we don't write.

    `frame` is how we see the client, `uneasy` says that a warning sign stands; `peace` is his wish to be left alone.
    """

    local: datetime
    rest: str = ""
    quiet: Span | None = None
    frame: str = "natural"
    uneasy: bool = False
    has_client: bool = True
    exclusive: bool = False
    advertisement: bool = False
    peace: str = ""
    recipients: Sequence[Recipient] = ()
    enclosures: Sequence[str] = ()
    unfilled: Sequence[str] = ()

    @property
    def fragile(self) -> bool:
        return self.uneasy or self.frame in FRAGILE_FRAMES


def of_words(found: Iterable[InWords]) -> Iterator[Concern]:
    """What the language core heard."""
    for one in found:
        yield Concern(one.kind, one.words.text, one.words.start, one.words.end, one.certainty)


def of_promises(
    promises: Iterable[PromiseFound], now: datetime, rests: Mapping[int, str]
) -> Iterator[Concern]:
    """Words given for a day that has passed, or for a day of rest (`rests`: where the promise begins, its name)."""
    for one in promises:
        due = last_moment(one.due)
        if one.who != "writer" or one.conditional or due is None:
            continue
        place = (one.words.text, one.words.start, one.words.end, one.certainty)
        day = {"day": due.isoformat()}
        if due < now:
            yield Concern("promise_past", *place, told=day)
        elif name := rests.get(one.words.start):
            yield Concern("promise_at_rest", *place, told={**day, "rest": name})


def of_the_hour(around: Circumstances) -> Iterator[Concern]:
    """Shabbat, a holiday, the hours that we keep quiet, the night."""
    if around.rest:
        yield Concern("rest", told={"rest": around.rest})
    elif around.quiet:
        span = around.quiet
        told = {"hour": around.local, "since": span.since, "until": span.until}
        yield Concern("quiet", told={name: f"{hour:%H:%M}" for name, hour in told.items()})
    elif is_night(around.local):
        yield Concern("night", told={"hour": f"{around.local:%H:%M}"})


def is_night(local: datetime) -> bool:
    since, until = NIGHT
    return local.time() >= since or local.time() < until


def of_recipients(around: Circumstances) -> Iterator[Concern]:
    """Who does not belong, must not learn of it, or does not wish to be written to."""
    if not around.recipients:
        yield Concern("no_recipient")
    for one in around.recipients:
        told = {"address": one.address, "name": one.name, "client": one.client}
        if one.client and not one.at_this_client:
            yield Concern("exclusive" if one.exclusive or around.exclusive else "other_client", told=told)
        elif not one.client and not one.ours and around.has_client:
            yield Concern(_unknown(one), told=told)
        if not one.may_be_contacted:
            yield Concern("not_to_be_contacted", told=told)


def _unknown(one: Recipient) -> str:
    """Where his address comes from: the letter's head, its words, or nowhere."""
    if one.wrote_in_thread:
        return "stranger"
    return "passed_on" if one.passed_on else "unknown_recipient"


def of_the_law(around: Circumstances) -> Iterator[Concern]:
    """An advertisement goes only to those who agreed to it (Communications Law, section 30A)."""
    if around.advertisement:
        for one in around.recipients:
            if not one.agreed and not one.ours:
                yield Concern("advertisement", told={"address": one.address, "name": one.name})


def of_wishes(around: Circumstances) -> Iterator[Concern]:
    if around.peace:
        yield Concern("left_in_peace", told={"words": around.peace})


def of_form(around: Circumstances) -> Iterator[Concern]:
    for place in around.unfilled:
        yield Concern("place_unfilled", words=place)


def advises_hold(concerns: Sequence[Concern], around: Circumstances) -> bool:
    """Wait where the words are hot, or at all heated while the hour is late or the client fragile; never for nothing."""
    if is_hot((one.kind, one.certainty) for one in concerns):
        return True
    heated = [one for one in concerns if one.kind in HEATED]
    late = any(of_the_hour(around))
    tense = heated or [one for one in concerns if one.kind == "coldness"]
    return bool(heated and late) or bool(tense and around.fragile)
