"""Passing on: whether what one of us forwarded is what also came by itself; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from kashuv.rooms.conversations.rules.threading import base

T = TypeVar("T")
TELLING = 20  # letters that two people, or one on two days, do not write alike by chance
A_MINUTE = timedelta(minutes=1)
A_ZONE = timedelta(hours=26)  # by so much may the hour be off that a forward tells without its zone
_sign = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Voice:
    """A letter of theirs, by its own words, its subject, and its files by name and size. `mark` is its Message-ID; of a `forward` `inside` is that of the letter in it,
    where it was passed on as a file."""

    at: datetime
    words: str
    mark: str = ""
    forward: bool = False
    inside: str = ""
    subject: str = ""
    files: frozenset[tuple[str, int]] = frozenset()

    @property
    def name(self) -> str:
        """The Message-ID of what was said; "" where nobody tells it."""
        return self.inside if self.forward else self.mark


def nearest(new: Voice, others: Iterable[tuple[Voice, T]]) -> T | None:
    """What is said to be the same, of one writer's letters; the nearest in time. Of two, one must be a forward."""
    alike = [
        (abs(new.at - one.at), place, what) for place, (one, what) in enumerate(others) if is_same(new, one)
    ]
    return min(alike, key=lambda one: one[:2])[2] if alike else None


def is_same(one: Voice, other: Voice) -> bool:
    """By their names; where one has none, only if nothing tells them apart: two entries too many hide no letter."""
    if not (one.forward or other.forward):
        return False
    if one.name and other.name:
        return one.name == other.name
    if base(one.subject) != base(other.subject) or _other_files(one, other):
        return False
    words, apart = _bare(one.words), abs(one.at - other.at)
    if not words or words != _bare(other.words):
        return False
    return apart < A_MINUTE or (apart <= A_ZONE and len(words) >= TELLING)


def _other_files(one: Voice, other: Voice) -> bool:
    """A forward may have lost its files; what it has must be theirs."""
    return bool(one.files and other.files) and one.files != other.files


def _bare(words: str) -> str:
    """Letters and digits alone: programs break lines and quote as they like."""
    return _sign.sub("", words).casefold()
