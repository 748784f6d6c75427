"""Tells a ranked client as an item of the plan: his reasons in the reader's tongue, the first step in his own."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import ModuleType

from kashuv.foundation.clock import day_bounds
from kashuv.rooms.today.gather.people import Channels
from kashuv.rooms.today.items import Because, Item, Step, Whom
from kashuv.rooms.today.rules import choice
from kashuv.rooms.today.rules.choice import Known
from kashuv.rooms.today.rules.days import Day
from kashuv.rooms.today.rules.hours import falls_today, is_for_today, part_of
from kashuv.rooms.today.rules.matters import (
    NOTHING_SAID,
    DateMatter,
    DraftMatter,
    Matter,
    PromiseMatter,
    Said,
    SignMatter,
    SilenceMatter,
    Tie,
    WaitingMatter,
)
from kashuv.rooms.today.rules.quoting import asking, shortened, without_greeting, without_name
from kashuv.rooms.today.rules.ranking import Ranked, Reason
from kashuv.rooms.today.wording import desk, tongue
from kashuv.rooms.today.wording.agreed import agreed

MOST_REASONS = 4


@dataclass(frozen=True, slots=True)
class Teller:
    """What is known of the clients of a plan, and to whom it is told."""

    day: Day
    language: str
    me: str = ""
    ties: Mapping[uuid.UUID, Tie] = field(default_factory=dict)
    people: Mapping[uuid.UUID, Sequence[Known]] = field(default_factory=dict)
    channels: Mapping[uuid.UUID, Channels] = field(default_factory=dict)
    asked: Mapping[uuid.UUID, str] = field(default_factory=dict)
    agreed: Mapping[uuid.UUID, Sequence[Said]] = field(default_factory=dict)

    def item(self, rank: int, ranked: Ranked) -> Item:
        tie = self.ties[ranked.client_id]
        first = ranked.reasons[0]
        person = self._person(ranked.client_id, first.matter)
        return Item(
            rank=rank,
            kind=ranked.kind,
            client=Whom(tie.client_id, tie.name, tie.language),
            person=person,
            why=tuple(self._why(ranked, person)),
            next=self._step(first, tie, person),
            due=_due(first.matter, self.day),
            score=ranked.score,
            key=ranked.key,
            label=self._label(first.matter),
            presses=part_of(self.day) == "closing" and is_for_today(first.matter, self.day),
            also=tuple(self._whom(other.client_id) for other in ranked.others),
        )

    def _label(self, matter: Matter) -> str:
        if isinstance(matter, DraftMatter):
            return str(desk.tongue(self.language).label(matter))
        return str(tongue(self.language).label(matter, self.day))

    def _whom(self, client_id: uuid.UUID) -> Whom:
        tie = self.ties[client_id]
        return Whom(client_id, tie.name, tie.language)

    def _person(self, client_id: uuid.UUID, matter: Matter) -> Known | None:
        concerned = matter.person_id if isinstance(matter, DateMatter) else _said(matter).person_id
        person = choice.whom(self.people.get(client_id, ()), concerned)
        return choice.at(self.ties[client_id].name, person) if person else None

    def _why(self, ranked: Ranked, person: Known | None) -> list[Because]:
        words, tie = tongue(self.language), self.ties[ranked.client_id]
        told = [self._because(reason, tie, person) for reason in self._worth_telling(ranked.reasons)]
        told += self._agreed(tie)
        if ranked.others:
            told = [because for one in (ranked, *ranked.others) for because in self._folded(one)]
        if ranked.alone is not None:
            told.append(Because(words.alone(ranked.alone, self.day), shortened(ranked.alone.words)))
        if person is None and self.people.get(ranked.client_id):
            told.append(Because(words.nobody()))
        return told

    def _worth_telling(self, reasons: Sequence[Reason]) -> list[Reason]:
        """The gravest, and whatever falls on this very day: on a client's birthday one does not speak of anger alone."""
        rest = reasons[MOST_REASONS:]
        return [*reasons[:MOST_REASONS], *(one for one in rest if falls_today(one.matter, self.day))]

    def _agreed(self, tie: Tie) -> list[Because]:
        return [
            Because(
                text=agreed(self.language, said.at, self.day),
                quote=shortened(said.quote),
                entry_id=said.entry_id,
                cite=tongue(self.language).cite(said, self.day, None),
                kind="meeting",
                at_hand=True,
            )
            for said in self.agreed.get(tie.client_id, ())
            if said.at is not None
        ]

    def _because(self, reason: Reason, tie: Tie, person: Known | None) -> Because:
        words, matter = tongue(self.language), reason.matter
        if isinstance(matter, DraftMatter):
            return self._on_the_desk(matter, reason.kind)
        said = _said(matter)
        return Because(
            text=_sentence(words, matter, tie, self.day, person),
            quote=self._quote(matter),
            entry_id=said.entry_id,
            cite=words.cite(said, self.day, self._speaker(tie.client_id, said)),
            kind=reason.kind,
            promise_id=matter.promise_id if isinstance(matter, PromiseMatter) else None,
            sign_id=matter.sign_id if isinstance(matter, SignMatter) else None,
            at_hand=isinstance(matter, DateMatter) and falls_today(matter, self.day),
        )

    def _on_the_desk(self, matter: DraftMatter, kind: str) -> Because:
        told = desk.tongue(self.language).draft(matter)
        opinion = matter.paper_id if matter.what == "wanted" else None
        return Because(told, kind=kind, draft_id=matter.draft_id, opinion_id=opinion)

    def _folded(self, one: Ranked) -> list[Because]:
        tie = self.ties[one.client_id]
        told = [self._because(reason, tie, None) for reason in one.reasons] + self._agreed(tie)
        return [replace(because, text=f"{tie.name}: {because.text}", at_hand=False) for because in told]

    def _speaker(self, client_id: uuid.UUID, said: Said) -> Known | None:
        return next((one for one in self.people.get(client_id, ()) if one.id == said.person_id), None)

    def _quote(self, matter: Matter) -> str:
        if isinstance(matter, WaitingMatter):
            found = self.asked.get(matter.said.entry_id) if matter.said.entry_id else None
            return (without_greeting(shortened(found)) if found else "") or asking(matter.said.quote)
        if isinstance(matter, PromiseMatter):
            return shortened(matter.said.quote or matter.words)
        if isinstance(matter, DateMatter):
            return "" if matter.words == matter.person_name else shortened(matter.words)
        return shortened(_said(matter).quote)

    def _step(self, reason: Reason, tie: Tie, person: Known | None) -> Step:
        if isinstance(reason.matter, DraftMatter):
            return Step("mail", "", "")
        words = tongue(tie.language)
        matter = self._as_quoted(reason.matter, person)
        say, draft = _first_words(words, matter, self.day, person)
        known = self.channels.get(tie.client_id, Channels())
        return Step(
            channel=choice.channel(known.stated, known.observed, reason.kind, person),
            say=f"{words.called(person)}{say}",
            draft="\n\n".join(part for part in (words.hello(person), draft, self.me) if part),
        )

    def _as_quoted(self, matter: Matter, person: Known | None) -> Matter:
        """The matter with the sentence that is quoted in place of the whole words."""
        if isinstance(matter, PromiseMatter) and person is not None:
            quote = without_name(matter.said.quote, person.first_name)
            words = without_name(matter.words, person.first_name)
            return replace(matter, words=words, said=replace(matter.said, quote=quote))
        if isinstance(matter, WaitingMatter | SignMatter):
            return replace(matter, said=replace(matter.said, quote=self._quote(matter)))
        return matter


def _said(matter: Matter) -> Said:
    """What it rests on; of a silence, the last thing that was said before it."""
    if isinstance(matter, SilenceMatter):
        return Said(entry_id=matter.last_entry_id)
    return matter.said if isinstance(matter, PromiseMatter | WaitingMatter | SignMatter) else NOTHING_SAID


def _due(matter: Matter, day: Day) -> datetime | None:
    if isinstance(matter, PromiseMatter):
        return matter.due_at
    return day_bounds(matter.day, day.zone)[0] if isinstance(matter, DateMatter) else None


def _sentence(words: ModuleType, matter: Matter, tie: Tie, day: Day, person: Known | None) -> str:
    tell = {
        PromiseMatter: words.promise,
        WaitingMatter: words.waiting,
        SignMatter: words.sign,
        SilenceMatter: words.silence,
        DateMatter: words.a_date,
    }[type(matter)]
    return str(tell(matter, tie, day, person))


def _first_words(words: ModuleType, matter: Matter, day: Day, person: Known | None) -> tuple[str, str]:
    """What to say and what to write."""
    begin = {
        PromiseMatter: words.promise_step,
        WaitingMatter: words.waiting_step,
        SignMatter: words.sign_step,
        SilenceMatter: words.silence_step,
        DateMatter: words.date_step,
    }[type(matter)]
    say, draft = begin(matter, day, person)
    return str(say), str(draft)
