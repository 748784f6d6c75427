"""The tie with one client, felt by walking through all that was said, oldest first, once.

Moments are whole seconds since 1970 (UTC): a firm says 200,000 things, and numbers cost a tenth of dates.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from math import exp
from statistics import median
from typing import Any

from kashuv.rooms.care.rules import rhythm
from kashuv.rooms.care.rules.brief import closes, untaken

TALKS = ("call", "meeting")  # both sides spoke, whoever began
DAY = 86_400
SOON = 7 * DAY  # an answer, not the next conversation
NEW_CONVERSATION = 30 * DAY
KEPT_ANSWERS = 50
CUSTOM = (3, 0.6)  # how often, and how reliably, we answer even what asks for nothing
ONE_SIDED = (8, 21 * DAY)  # so many letters over so long without one word of ours: no tie, a broadcast
FEWEST_EXCHANGES = 2
NEAR = (3, 14)  # days, at the least (a weekend) and at the most, that a meeting ahead may stand in for a word
TURNS = 2.2  # days of contact for each day on which he is heard; beyond it we write to one who seldom answers
Seconds = int


@dataclass(frozen=True, slots=True)
class Felt:
    """What a walk has felt; the fields of a pulse, in its order. Entries are known by whatever key was heard."""

    first_at: Seconds | None = None
    last_at: Seconds | None = None
    last_in_at: Seconds | None = None
    last_out_at: Seconds | None = None
    last_entry: Any = None
    entries: int = 0
    exchanges: int = 0
    contact_days: int = 0
    rhythm_days: float | None = None
    answer_hours: float | None = None
    waiting_since: Seconds | None = None
    waiting_entry: Any = None
    uneasy_at: Seconds | None = None
    strength: float = 0.0


class Walk:
    """Hears a client's entries in order of time; `felt` then says where the tie stands."""

    def __init__(self) -> None:
        self.entries = self.ins = self.outs = self.talks = 0
        self.answered = self.returned = 0
        self.plain_turns = self.plain_answered = 0
        self.days: list[int] = []
        self.heard_days: list[int] = []
        self.hours: list[float] = []
        self.first: Seconds | None = None
        self.last: tuple[Seconds | None, Any] = (None, None)
        self.last_in: Seconds | None = None
        self.last_out: Seconds | None = None
        self.ahead: Seconds | None = None
        self.ours_is_last = False
        self._end_turn()

    def _end_turn(self) -> None:
        """Nothing of his is open now."""
        self.turn: tuple[Seconds, Any] | None = None
        self.asked: tuple[Seconds, Any] | None = None

    def hear(self, at: Seconds, direction: str, kind: str, asks: bool, brief: str | None, entry: Any) -> None:
        """One more entry; memos are our own and no contact, nor is a call that nobody took."""
        self.entries += 1
        if kind == "memo" or (kind == "call" and untaken(brief)):
            return
        self._touch(at, entry)
        if kind in TALKS:
            self._talked(at, direction, asks, entry)
        elif direction == "out":
            self._wrote(at)
        else:
            self._heard(at, asks, brief, entry)

    def expect(self, at: Seconds) -> None:
        """A meeting that is agreed and lies ahead; the nearest is the next time that we hear of him."""
        self.ahead = min(at, self.ahead or at)

    def _touch(self, at: Seconds, entry: Any) -> None:
        self.first = self.first or at
        self.last = (at, entry)
        _add_day(self.days, at)

    def _talked(self, at: Seconds, direction: str, asks: bool, entry: Any) -> None:
        self.talks += 1
        self._answer(at)
        self.last_in = self.last_out = at
        self.ours_is_last = False
        _add_day(self.heard_days, at)
        if direction == "in" and asks:
            self.turn = self.asked = (at, entry)

    def _wrote(self, at: Seconds) -> None:
        self.outs += 1
        self._answer(at)
        self.last_out = at
        self.ours_is_last = True

    def _answer(self, at: Seconds) -> None:
        """His open turn, if there is one, has been answered by this."""
        if self.turn is not None:
            took = at - self.turn[0]
            self.answered += 1
            if self.asked is None:
                self.plain_turns += 1
                self.plain_answered += took <= SOON
            if took <= NEW_CONVERSATION:
                self.hours.append(took / 3600)
        self._end_turn()

    def _heard(self, at: Seconds, asks: bool, brief: str | None, entry: Any) -> None:
        """His words open a turn, unless they only close one; a "thanks" leaves an open question open."""
        self.ins += 1
        self.returned += self.ours_is_last
        self.last_in = at
        self.ours_is_last = False
        _add_day(self.heard_days, at)
        if asks:
            self.asked = self.asked or (at, entry)
        if asks or not closes(brief):
            self.turn = self.turn or (at, entry)

    def felt(
        self, *, now: Seconds = 0, cadence: int | None = None, known_since: Seconds | None = None
    ) -> Felt:
        """Where the tie stands; `cadence` days is what he asked for, `known_since` when he became a client."""
        own = self._rhythm()
        waiting_since, waiting_entry = self._waiting()
        return Felt(
            first_at=self.first,
            last_at=self.last[0],
            last_in_at=self.last_in,
            last_out_at=self.last_out,
            last_entry=self.last[1],
            entries=self.entries,
            exchanges=self._exchanges(),
            contact_days=len(self.days),
            rhythm_days=own,
            answer_hours=round(median(self.hours[-KEPT_ANSWERS:]), 2) if self.hours else None,
            waiting_since=waiting_since,
            waiting_entry=waiting_entry,
            uneasy_at=self._put_off(self._uneasy_at(own, cadence, known_since), cadence or own, now),
            strength=self._strength(),
        )

    def _rhythm(self) -> float | None:
        """His own: by the days on which he was heard; where we take turns, by the days of contact of either."""
        heard = rhythm.own_rhythm(self.heard_days)
        if len(self.days) > TURNS * len(self.heard_days) or not self.heard_days:
            return heard
        either = rhythm.own_rhythm(self.days)
        return min(heard or either, either) if either else heard

    def _waiting(self) -> tuple[Seconds | None, Any]:
        """His first open words: a question or request, or plain words where our custom is to answer those too."""
        if self._one_sided():
            return (None, None)
        if self.asked is not None:
            return self.asked
        turns, share = CUSTOM
        customary = self.plain_turns >= turns and self.plain_answered >= share * self.plain_turns
        return self.turn if self.turn is not None and customary else (None, None)

    def _one_sided(self) -> bool:
        letters, span = ONE_SIDED
        if self.outs or self.talks or self.ins < letters or self.first is None or self.last[0] is None:
            return False
        return self.last[0] - self.first >= span

    def _exchanges(self) -> int:
        return max(self.answered, self.returned, self.talks)

    def _strength(self) -> float:
        """0 to 1: grows with exchanges and with days, and needs both; one exchange gives about a twentieth."""
        return round((1 - exp(-self._exchanges() / 4)) * (1 - exp(-len(self.days) / 4)), 3)

    def _uneasy_at(
        self, own: float | None, cadence: int | None, known_since: Seconds | None
    ) -> Seconds | None:
        """What he asked for wins over what we observe."""
        if cadence:
            begin = self.last[0] or known_since
            return begin + cadence * DAY if begin else None
        if own is None or self.last_in is None or self._exchanges() < FEWEST_EXCHANGES:
            return None
        wrote = _moment(self.last_out) if self.ours_is_last and self.last_out else None
        return int(rhythm.uneasy_at(own, _moment(self.last_in), wrote).timestamp())

    def _put_off(self, moment: Seconds | None, usual: float | None, now: Seconds) -> Seconds | None:
        """A meeting puts unease off if it comes about when his next word would: within one usual gap of the moment
        (of now, if that is past). Of one that lies farther ahead he has yet to hear before."""
        if moment is None or usual is None or self.ahead is None:
            return moment
        least, most = NEAR
        reach = int(min(max(usual, least), most) * DAY)
        return max(moment, self.ahead + DAY) if self.ahead - max(moment, now) <= reach else moment


def _add_day(days: list[int], at: Seconds) -> None:
    day = at // DAY
    if not days or days[-1] != day:
        days.append(day)


def _moment(at: Seconds) -> datetime:
    return datetime.fromtimestamp(at, UTC)
