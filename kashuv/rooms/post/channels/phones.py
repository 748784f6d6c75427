"""Phones: what each provider of short messages must be able to do, whoever it is.

A provider touches neither network nor database: it says how a message is asked for, what an answer means, and what its
hook tells. The asking itself is the same for all (channels.https).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from kashuv.rooms.post.carriage import Fate

Secret = Mapping[str, str]


class Unsigned(Exception):
    """What was posted to the hook does not bear the provider's signature."""


class Unreadable(Exception):
    """What was posted to the hook is of no form that the provider documents."""


@dataclass(frozen=True, slots=True)
class Template:
    """A message that the provider has approved; our words go into its one place."""

    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Message:
    """What goes to a phone. Numbers in E.164; `reference` is our own name for it, `hook` where its fate is told."""

    sender: str
    to: str
    text: str
    reference: str
    hook: str = ""
    template: Template | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One request; without a body it only asks."""

    url: str
    headers: Mapping[str, str] = field(repr=False)  # they hold the key; a log keeps what it is shown
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer means; `name` is the provider's own name for the message, if it took it."""

    fate: Fate
    step: str
    said: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Posted:
    """What came to the hook, at the address by which the provider knows it."""

    url: str
    headers: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes
    at: datetime


@dataclass(frozen=True, slots=True)
class Part:
    """Which part it is, counted from 1, of how many, and by what they know each other."""

    reference: str
    number: int
    total: int


@dataclass(frozen=True, slots=True)
class Word:
    """One message of theirs, or a `part` of one that was too long; `name` is the provider's own for it, `who` what the
    writer calls himself.
    """

    name: str
    sender: str
    text: str
    at: datetime
    who: str = ""
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """The fate of one message of ours, as the network tells it later; `reference` is what we called it."""

    name: str
    reference: str
    arrived: bool
    said: str


@dataclass(frozen=True, slots=True)
class Heard:
    """All that one post to the hook told."""

    words: tuple[Word, ...] = ()
    receipts: tuple[Receipt, ...] = ()


class Provider(Protocol):
    """`secrets` are the names of what a person must enter (True: it may be left out); `longest` the most characters."""

    name: str
    secrets: Mapping[str, bool]
    longest: int

    def ask(self, message: Message, secret: Secret, base: str) -> Asked:
        """The request that sends it; `base` stands in for the provider's own address, if it is not empty."""

    def knock(self, secret: Secret, base: str) -> Asked:
        """A request that changes nothing and is answered with 200 if the keys fit."""

    def judge(self, status: int, body: bytes) -> Verdict:
        """What the answer means; of an answer that can't be read, what its status alone means."""

    def hear(self, posted: Posted, secret: Secret, number: str) -> Heard:
        """What the hook told about that number of ours. Raises Unsigned or Unreadable."""
