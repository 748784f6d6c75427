"""What a source is, and the pieces that it is cut into: plain values, no Django."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from kashuv.flows.arrived import ContactArrived, SaidElsewhere

SourceKind = Literal["mbox", "letters", "cards", "table", "calendar", "chat", "box", "house", "unknown"]
Place = int | str  # where to go on in a source, in the terms of its kind
MOST_BYTES = 50 * 1024 * 1024  # of one letter, card, event or file that has to be whole in memory


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or one folder of letters; `digest` is of its head, so that a resumed source is surely the same."""

    kind: SourceKind
    path: str
    name: str
    size: int
    digest: str
    reason: str = ""  # why it is of no known kind

    @property
    def file(self) -> Path:
        return Path(self.path)


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing out of a source: a letter, a card, the events of one kind, a chat message, a row.

    `raw` goes to the reading child with `about`, unless the piece is `ready` or `refused` already; `after` is
    where to go on once the piece is taken; `weight` is the number of the source's bytes that it took.
    """

    where: str
    weight: int
    after: Place
    kind: Literal["mail", "card", "event", "said"]
    raw: bytes = b""
    about: Mapping[str, Any] = field(default_factory=dict)
    said: SaidElsewhere | None = None
    ready: ContactArrived | None = None
    refused: str = ""
    left_out: bool = False  # no message and no contact: a system line, an empty row

    @property
    def held(self) -> int:
        """The bytes that it keeps in memory."""
        return len(self.raw) + sum(len(body) for _, _, body in (self.said.files if self.said else ()))


class Unfit(Exception):
    """A source that can't be taken at all; the message says why in one sentence."""
