"""Lasting: how long a connection may last in all, whatever is still said on it.

Patience with silence is no bound: a server that says a letter every half minute is never silent. So a connection may be
watched, and is cut when its time is over; whoever waits for an answer is then told that the line is dead.
"""

from __future__ import annotations

import math
import socket
import threading
import time
from contextlib import suppress


class Lasting:
    """The time of one connection: `with Lasting(seconds) as time: reach(…, lasting=time)`. It may be made longer."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.is_over = False
        self._end = time.monotonic() + seconds
        self._done = threading.Event()
        self._line: socket.socket | None = None

    def __enter__(self) -> Lasting:
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()

    @property
    def left(self) -> float:
        """Seconds, from now on; at least none."""
        return max(0.0, self._end - time.monotonic())

    def extend(self, seconds: float) -> None:
        """So many more."""
        self.seconds += seconds
        self._end += seconds

    def watch(self, line: socket.socket) -> None:
        """From now on, by a second hold of the same connection, since TLS takes the first one over."""
        if math.isinf(self.seconds):
            return
        self._line = line.dup()
        threading.Thread(target=self._wait, name="lasting", daemon=True).start()

    def _wait(self) -> None:
        assert self._line is not None
        with self._line:
            while left := self.left:
                if self._done.wait(left):
                    return
            self.is_over = True
            with suppress(OSError):
                self._line.shutdown(socket.SHUT_RDWR)
