"""Words given: a promise of a story, tied to the line in which it was made, with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kashuv.demo.stage import Beat


@dataclass(frozen=True, slots=True)
class Move:
    """A new date, with its reason; `told` says that the client heard of it in time."""

    at: datetime
    to: datetime
    reason: str
    told: bool = True


@dataclass(frozen=True, slots=True)
class Word:
    """A promise made in `beat`; open still, unless it was kept. All moments UTC."""

    beat: Beat
    words: str
    due_at: datetime
    side: Literal["ours", "theirs"] = "ours"
    kept_at: datetime | None = None
    moves: tuple[Move, ...] = ()
