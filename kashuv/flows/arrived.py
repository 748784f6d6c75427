"""What comes in, whatever brought it: a mail, something said elsewhere, a contact, a day of the year."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Literal

from kashuv.language.mime import OpenedLetter
from kashuv.language.reading import Reading
from kashuv.rooms.clients.rules.contact import Contact

__all__ = [
    "Arrived",
    "Contact",
    "ContactArrived",
    "EventArrived",
    "Kind",
    "MailArrived",
    "SaidElsewhere",
    "Tally",
]

Kind = Literal["mail", "call", "meeting", "sms", "whatsapp", "memo"]


@dataclass(frozen=True, slots=True)
class MailArrived:
    """A mail: its raw bytes, what they hold, and what its words mean."""

    raw: bytes
    opened: OpenedLetter
    reading: Reading


@dataclass(frozen=True, slots=True)
class SaidElsewhere:
    """A call, a meeting, a chat message: said at `at` (UTC) with `who`; `identity` is the same for the same thing.

    `formerly` are names that a meeting at this moment may bear as well, the first by the moment alone.
    """

    identity: str
    kind: Kind
    direction: Literal["in", "out"]
    at: datetime
    who: tuple[Contact, ...]
    text: str
    reading: Reading
    subject: str = ""
    thread: str = ""
    files: tuple[tuple[str, str, bytes], ...] = ()
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactArrived:
    """A contact from an address book or a table."""

    contact: Contact


@dataclass(frozen=True, slots=True)
class EventArrived:
    """Where the meetings of one event of a calendar stand now: by name, or (`otherwise`) the only one there is.

    `gone` are those called off by name; so are all that have no place and would be before `named_until`.
    """

    uid: str
    places: Mapping[str, datetime]
    gone: frozenset[str] = frozenset()
    otherwise: datetime | None = None
    named_until: datetime | None = None


Arrived = MailArrived | SaidElsewhere | ContactArrived | EventArrived


@dataclass(slots=True)
class Tally:
    """What became of a batch, in the terms of the report."""

    messages: int = 0
    new: int = 0
    duplicates: int = 0
    rejected: int = 0
    entries: int = 0
    people: int = 0
    clients: int = 0
    promises: int = 0
    attachments: int = 0
    touched: set[uuid.UUID] = field(default_factory=set)

    def add(self, more: Tally) -> None:
        """Counts what became of a further batch to this one."""
        for each in fields(Tally):
            if each.name != "touched":
                setattr(self, each.name, getattr(self, each.name) + getattr(more, each.name))
        self.touched |= more.touched
