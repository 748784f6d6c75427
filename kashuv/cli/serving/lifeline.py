"""The lifeline: a pipe whose other end only the parent holds, so that no child outlives it, however it ended."""

from __future__ import annotations

import os
import signal
import threading
from dataclasses import dataclass

NAME = "KASHUV_LIFELINE"


@dataclass(frozen=True, slots=True)
class Lifeline:
    """Made by the parent; `child_end` may be passed on to programs that it starts."""

    child_end: int
    parent_end: int

    def follow(self) -> None:
        """In a forked child: lets go of the parent's end, and ends with the parent."""
        os.close(self.parent_end)
        _follow(self.child_end)


def throw() -> Lifeline:
    """A new lifeline, held by the calling process."""
    return Lifeline(*os.pipe())


def follow_parent() -> None:
    """In a program that was started with a lifeline: ends with the parent. Does nothing without one."""
    given = os.environ.pop(NAME, "")
    if given:
        _follow(int(given))


def _follow(child_end: int) -> None:
    def wait() -> None:
        os.read(child_end, 1)  # nobody writes: this returns when the last holder of the other end is gone
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, name="lifeline", daemon=True).start()
