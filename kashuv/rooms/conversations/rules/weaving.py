"""Weaving: letters that share a mark are one thread, in whatever order they come (a union of sets, on plain values)."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from kashuv.foundation.keys import uuid7
from kashuv.rooms.conversations.rules import threading


@dataclass(frozen=True, slots=True)
class Knot:
    """What a letter tells of its place: its own mark first, then those that it answers, the oldest first."""

    marks: tuple[str, ...]
    at: datetime
    subject: str = ""
    person: uuid.UUID | None = None
    client: uuid.UUID | None = None

    @property
    def root(self) -> str:
        return self.marks[1] if len(self.marks) > 1 else self.marks[0]

    @property
    def is_bare(self) -> bool:
        """Whether it names no letter that it answers."""
        return len(self.marks) == 1

    def subject_marks(self) -> tuple[str, str]:
        """The mark of its subject, and the mark under which answers wait for their first letter."""
        return (
            threading.subject_mark(self.person, self.subject),
            threading.subject_mark(self.person, self.subject, waiting=True),
        )


@dataclass(frozen=True, slots=True)
class Tie:
    """Where a mark leads, and when it was last used."""

    thread: uuid.UUID
    at: datetime


@dataclass
class Loom:
    """The threads of one batch. `ties` begins with what is known; `gone` says which thread went into which."""

    ties: dict[str, Tie]
    new: dict[uuid.UUID, Knot] = field(default_factory=dict)
    gone: dict[uuid.UUID, uuid.UUID] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)

    def weave(self, knot: Knot) -> uuid.UUID:
        """The thread of one letter; it may turn out later to have gone into another (`last`)."""
        found = sorted({self.last(self.ties[mark].thread) for mark in knot.marks if mark in self.ties})
        if not found:
            found = self._by_subject(knot)
        thread = found[0] if found else self._begin(knot)
        for other in found[1:]:
            self._unite(thread, other)
        self._tie(knot.marks, thread, knot.at)
        self._tie_subject(knot, thread)
        return thread

    def last(self, thread: uuid.UUID) -> uuid.UUID:
        """Where a thread has gone in the end."""
        while thread in self.gone:
            thread = self.gone[thread]
        return thread

    def _begin(self, knot: Knot) -> uuid.UUID:
        thread = uuid7()
        self.new[thread] = knot
        return thread

    def _unite(self, kept: uuid.UUID, other: uuid.UUID) -> None:
        self.gone[other] = kept
        self.new.pop(other, None)

    def _by_subject(self, knot: Knot) -> list[uuid.UUID]:
        """An answer without a mark belongs to the last letter of that subject; a first letter, to waiting answers."""
        known, waiting = knot.subject_marks()
        if not knot.is_bare or not known:
            return []
        if threading.is_answer(knot.subject):
            tie = self.ties.get(known) or self.ties.get(waiting)
            return [self.last(tie.thread)] if tie and threading.within_reach(tie.at, knot.at) else []
        tie = self.ties.get(waiting)
        if (
            tie is None
            or waiting in self.used
            or tie.at < knot.at
            or not threading.within_reach(tie.at, knot.at)
        ):
            return []
        self.used.add(waiting)
        return [self.last(tie.thread)]

    def _tie(self, marks: Iterable[str], thread: uuid.UUID, at: datetime) -> None:
        for mark in marks:
            if mark not in self.ties:
                self.ties[mark] = Tie(thread, at)
                self.fresh.add(mark)

    def _tie_subject(self, knot: Knot, thread: uuid.UUID) -> None:
        known, waiting = knot.subject_marks()
        if not known:
            return
        headless = knot.is_bare and threading.is_answer(knot.subject) and thread in self.new
        mark = waiting if headless and known not in self.ties else known
        tie = self.ties.get(mark)
        if tie is None or tie.at <= knot.at:
            self.ties[mark] = Tie(thread, knot.at)
            self.fresh.add(mark)
