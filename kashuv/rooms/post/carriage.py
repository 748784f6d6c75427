"""Carriage: what a carrier is told, what it may ask before the first byte leaves, and what it says came of it.

A carrier is a function that takes one message to a server: SMTP for mail, a gateway's HTTP for a phone. Whatever may go
wrong, it answers with an Outcome and raises nothing; and it lets nothing of the message itself out before `leaving`
has said yes, for from that moment on nobody but the server knows whether the message went.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from kashuv.rooms.post.models import Dispatch

Fate = Literal["sent", "refused", "deferred", "unknown", "yielded"]
"""Taken; refused for good; not this time; nobody knows; not begun, since another has the dispatch in hand."""

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened on the way: when, which (see rooms.post.rules.answers), and what the server said."""

    at: datetime
    name: str
    said: str = ""

    def told(self) -> dict[str, str]:
        """As a dispatch keeps it."""
        return {"at": self.at.isoformat(), "step": self.name, "said": self.said[:1500]}


Steps = tuple[Step, ...]
Leaving = Callable[[Steps], bool]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one try. `refused` are recipients who were not taken while others were, with what was said.

    `name` is what the provider calls the message, where it gives it a name of its own.
    """

    fate: Fate
    steps: Steps
    refused: tuple[tuple[str, str], ...] = ()
    name: str = ""


class Carrier(Protocol):
    """Takes the message of a dispatch (`raw`, the very bytes of its parcel) to its server, once."""

    def __call__(self, dispatch: Dispatch, raw: bytes, *, leaving: Leaving, now: Clock) -> Outcome:
        """`leaving(steps so far)` is asked once, when the next byte would be the message's own; False means: stop."""


class Finder(Protocol):
    """Looks whether a message lies among what the server says was sent: yes, no, or (None) it can't be asked."""

    def __call__(self, dispatch: Dispatch) -> bool | None:
        """By the Message-ID."""
