"""Resolving: what a name leads to, asked of the machine's resolver for no longer than the caller has time.

`getaddrinfo` knows no limit and can't be interrupted. So it is asked by a thread of its own, which is left behind if it
is too slow, and ends when the resolver itself gives up.
"""

from __future__ import annotations

import math
import socket
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

Found = tuple[int, int, int, str, Any]  # as getaddrinfo tells it
Answer = Future[Sequence[Found]]


def resolved(host: str, port: int, seconds: float) -> Sequence[Found]:
    """All addresses of a name, for TCP. Raises what the resolver does (OSError, UnicodeError), or TimeoutError."""
    answer: Answer = Future()
    threading.Thread(target=_ask, args=(answer, host, port), name="resolving", daemon=True).start()
    try:
        return answer.result(None if math.isinf(seconds) else seconds)
    except TimeoutError:
        if answer.done():
            raise
        raise TimeoutError(f"nobody told within {seconds:.0f} seconds where {host} is") from None


def _ask(answer: Answer, host: str, port: int) -> None:
    try:
        answer.set_result(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    except Exception as fault:  # it is the caller's, whatever it is
        answer.set_exception(fault)
