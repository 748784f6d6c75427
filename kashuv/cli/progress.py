"""One line on a terminal that says how far an import has come: how many, how fast, how long still."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from kashuv.rooms.post.models import Shipment

WIDTH = 24
PAUSE = 0.2  # seconds between two strokes


class Progress:
    """Draws on standard error while it is open, and leaves the line clean."""

    def __init__(self, shipment: Shipment, *, shown: bool) -> None:
        self._shown, self._begun, self._drawn = shown, time.monotonic(), 0.0
        self._from = shipment.done

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def tell(self, shipment: Shipment) -> None:
        """Draws anew, if there is somebody to see it and the last stroke has dried."""
        now = time.monotonic()
        if self._shown and now - self._drawn >= PAUSE:
            self._drawn = now
            print(f"\r\x1b[K{self._line(shipment, now - self._begun)}", end="", file=sys.stderr, flush=True)

    def _line(self, shipment: Shipment, seconds: float) -> str:
        part = min(1.0, shipment.done / shipment.total) if shipment.total else 0.0
        bar = "━" * round(part * WIDTH) + "╌" * (WIDTH - round(part * WIDTH))
        count = shipment.counts.get("messages", 0) or shipment.counts.get("people", 0)
        pace = (shipment.done - self._from) / max(seconds, 0.001)
        left = (shipment.total - shipment.done) / pace if pace > 0 else 0
        return f"{bar} {part:4.0%}  {count:,}  {count / max(seconds, 0.001):,.0f}/s  {_clock(left)}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(max(seconds, 0)), 60)
    return f"{minutes}:{rest:02}"
