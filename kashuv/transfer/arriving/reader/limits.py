"""What the child may use of the machine: memory, and time for each piece."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

MEMORY = 512 * 1024 * 1024
SECONDS = 10.0


class TooSlow(BaseException):
    """A piece took longer than any honest one does; no exception like others, so that nobody catches it by chance."""


def bound_memory() -> None:
    """No more address space than MEMORY from now on, where the system can promise that."""
    try:
        import resource  # not every system has it
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, hard))


@contextmanager
def bound_time(seconds: float = SECONDS) -> Iterator[None]:
    """Raises TooSlow in the midst of what takes longer; what can't even hear that is killed by the parent."""
    signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _ring(*_: object) -> None:
    raise TooSlow
