"""Which letters are one conversation: by what they answer; failing that, by subject and person together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256

from kashuv.foundation.folding import fold

REACH = timedelta(days=90)  # a bare "Re: invoice" answers the last letter of that name, not one of years ago
LONGEST = 490
_answering = re.compile(
    r"^\s*(?:\[[^\]]{1,40}\]\s*)?(?:re|aw|sv|antw|ref|fwd?|wg|tr|rv|תשובה|השב|העבר|הועבר|בתשובה)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*",
    re.IGNORECASE,
)
_forward = re.compile(r"^\s*(?:fwd?|wg|tr|rv|העבר|הועבר)\s*[:：]", re.IGNORECASE)


def is_answer(subject: str) -> bool:
    """Whether a subject says that the letter answers another; passing a letter on does not."""
    return _answering.match(subject) is not None and _forward.match(subject) is None


def base(subject: str) -> str:
    """A subject without the marks of answering, as it compares."""
    return fold(apart(subject)[1])


def apart(subject: str) -> tuple[str, str]:
    """The marks of answering and passing on that a subject begins with, and the subject itself."""
    rest = subject
    while found := _answering.match(rest):
        rest = rest[found.end() :]
    return subject[: len(subject) - len(rest)].strip(), rest


def subject_mark(person: object, subject: str, *, waiting: bool = False) -> str:
    """The mark of subject and person together; empty where the subject says nothing. `waiting`: for its first letter."""
    plain = base(subject)
    if not person or not plain:
        return ""
    return f"{'to' if waiting else 'on'}:{person}:{sha256(plain.encode()).hexdigest()[:24]}"


def marks(own: str, answered: Iterable[str], people: Iterable[str] = ()) -> tuple[str, ...]:
    """The Message-IDs that tie a letter to its thread; what an old mailer wrote into their place is left out."""
    strangers = frozenset(people)
    told = [mark[:LONGEST] for mark in answered if _is_mark(mark) and mark.casefold() not in strangers]
    return tuple(dict.fromkeys([own[:LONGEST], *told]))


def _is_mark(text: str) -> bool:
    return len(text) > 3 and ("@" in text or any(c.isdigit() for c in text))


def within_reach(one: datetime, other: datetime) -> bool:
    """Whether a bare subject may tie what was said at these moments."""
    return abs(one - other) <= REACH
