"""Our word: of the promises that fell due, how many were kept on time, moved openly, or late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kept = Literal["kept", "moved", "late"]


@dataclass(frozen=True, slots=True)
class Given:
    """A promise that fell due; `ended_at` is when it was kept, None if it still is not."""

    due_at: datetime
    first_due_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Word:
    """The row of marks, oldest first, and its counts."""

    marks: tuple[Kept, ...] = ()

    @property
    def kept(self) -> int:
        return self.marks.count("kept")

    @property
    def moved(self) -> int:
        return self.marks.count("moved")

    @property
    def late(self) -> int:
        return self.marks.count("late")


def our_word(given: Sequence[Given]) -> Word:
    return Word(tuple(became(one) for one in given))


def became(one: Given) -> Kept:
    """Late if it was not kept by its last date; moved if that date was not the first."""
    if one.ended_at is None or one.ended_at > one.due_at:
        return "late"
    return "kept" if one.first_due_at in (None, one.due_at) else "moved"
