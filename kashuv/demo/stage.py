"""The stage: where a client's year is played, beat by beat, each beat one thing said at one moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from kashuv.demo import days
from kashuv.demo.cast import Character, Colleague, Contact, Pack, Talk
from kashuv.demo.voice import Voice

YEAR = 365
QUICK = (0.4, 5.0)  # hours until an answer


@dataclass(frozen=True, slots=True)
class Beat:
    """One thing said, at a moment in UTC. `thread` holds together what belongs to one matter."""

    at: datetime
    kind: str
    direction: str
    character: Character
    contact: Contact
    colleague: Colleague
    thread: str
    subject: str
    text: str
    file: str = ""


@dataclass(slots=True)
class Stage:
    """One client's stage; `now` is the moment of filling, and nothing is played after it."""

    character: Character
    pack: Pack
    now: datetime
    zone: ZoneInfo
    rng: Random
    _decks: dict[int, list[Talk]] = field(default_factory=dict)
    _threads: int = 0

    @property
    def owner(self) -> Colleague:
        return self.pack.colleague(self.character.owner)

    def moment(self, ago: float) -> datetime:
        """A minute of working hours on the working day at or before so many days ago."""
        day = days.workday_at_or_before(
            (self.now - timedelta(days=ago)).astimezone(self.zone).date(), self.zone
        )
        return days.moment_on(day, self.zone, self.rng)

    def every(self, gap: float, *, since: float = YEAR, until: float = 4) -> Iterator[float]:
        """Days ago at which something begins, about every `gap` days; the last at `until`, the first after `since`."""
        ago = until
        begun = []
        while ago < since:
            begun.append(ago)
            ago += gap * self.rng.uniform(0.75, 1.25)
        return reversed(begun)

    def talk(
        self,
        choice: Sequence[Talk],
        ago: float,
        *,
        kind: str = "mail",
        ours: tuple[float, float] = QUICK,
        theirs: tuple[float, float] = QUICK,
        lines: int | None = None,
        file: str = "",
        thing: str = "",
        due: datetime | None = None,
    ) -> list[Beat]:
        """Plays one talk that begins so many days ago; `lines` cuts it short, so that it stays open.

        `thing` and `due` are what is promised in it, where the talk promises.
        """
        talk = self._draw(choice)
        topic = self.rng.choice(self.character.topics)
        voice = Voice(self._contact(), self.owner, topic, self.pack.wording, thing)
        for earlier in range(8):
            beats = list(self._play(talk, voice, self.moment(ago + earlier), kind, ours, theirs, lines, due))
            if beats[-1].at < self.now - timedelta(minutes=40):
                break
        if file:
            beats[-1] = replace(beats[-1], file=file)
        return beats

    def _play(
        self,
        talk: Talk,
        voice: Voice,
        at: datetime,
        kind: str,
        ours: tuple[float, float],
        theirs: tuple[float, float],
        lines: int | None,
        due: datetime | None,
    ) -> Iterator[Beat]:
        self._threads += 1
        local = at.astimezone(self.zone)
        subject = voice.say(talk.subject, local, due and due.astimezone(self.zone))
        for number, (direction, line) in enumerate(talk.lines[:lines]):
            if number:
                at = days.after(at, self.rng.uniform(*(ours if direction == "out" else theirs)), self.zone)
            day = due or days.workdays_ahead(at, self.rng.randint(1, 4), self.zone)
            yield Beat(
                at=at,
                kind=kind,
                direction=direction,
                character=self.character,
                contact=voice.contact,
                colleague=voice.colleague,
                thread=f"{self.character.people[0].mail}-{self._threads}",
                subject=subject if kind == "mail" else "",
                text=voice.say(line, at.astimezone(self.zone), day.astimezone(self.zone)),
            )

    def _contact(self) -> Contact:
        """Mostly the first of them, whom we know best."""
        people = self.character.people
        return people[0] if self.rng.random() < 0.8 else self.rng.choice(people)

    def _draw(self, choice: Sequence[Talk]) -> Talk:
        """Each talk once before any comes again."""
        deck = self._decks.setdefault(id(choice), [])
        if not deck:
            deck.extend(self.rng.sample(choice, len(choice)))
        return deck.pop()
