"""HTTPS: posts one message to a provider, phase by phase, and knows at each moment whether it can have it.

Until the request begins nothing has left, so whatever goes wrong is a certain failure. From then on only an answer says
what became of it; a connection that breaks, or falls silent, leaves it unknown. Redirections are not followed: our key
is taken nowhere else.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from kashuv.foundation.network import Lasting, Private, reach
from kashuv.rooms.post.carriage import Clock, Leaving, Outcome, Step
from kashuv.rooms.post.channels.entering import safety
from kashuv.rooms.post.channels.phones import Asked, Verdict

PATIENCE = 30.0  # seconds without a byte
WHOLE = 90.0  # seconds for all of it
LONGEST = 65_536  # bytes of an answer
Judge = Callable[[int, bytes], Verdict]


def carry(asked: Asked, judge: Judge, *, leaving: Leaving, now: Clock, patience: float = PATIENCE) -> Outcome:
    """Posts it once; never raises for what the network or the provider does."""
    with Lasting(WHOLE) as lasting, _connection(asked.url, patience, lasting) as line:
        try:
            line.connect()
        except Private as fault:
            return Outcome("refused", (_broken("connect", fault, lasting, now),))
        except (OSError, HTTPException, ValueError) as fault:
            return Outcome("deferred", (_broken("connect", fault, lasting, now),))
        reached = Step(now(), "connect", f"{line.host}:{line.port}")
        if not leaving((reached,)):
            return Outcome("yielded", (reached,))
        try:
            status, body = _ask(line, asked)
        except (OSError, HTTPException) as fault:
            return Outcome("unknown", (reached, _broken("answer", fault, lasting, now)))
    verdict = judge(status, body)
    told = (reached, Step(now(), verdict.step, f"HTTP {status} {verdict.said}".strip()))
    return Outcome(verdict.fate, told, name=verdict.name)


def knock(asked: Asked, *, patience: float = PATIENCE) -> tuple[int, str]:
    """Asks without sending anything: the status and the beginning of the answer; status 0 and why, if none came."""
    try:
        status, body = ask(asked, patience=patience)
    except (OSError, HTTPException, ValueError) as fault:
        return 0, str(fault)
    return status, " ".join(body[:300].decode("utf-8", "replace").split())


def ask(asked: Asked, *, patience: float = PATIENCE) -> tuple[int, bytes]:
    """The status and the answer. Raises what the network does: OSError, HTTPException, ValueError."""
    with Lasting(WHOLE) as lasting, _connection(asked.url, patience, lasting) as line:
        return _ask(line, asked)


@contextmanager
def _connection(url: str, patience: float, lasting: Lasting) -> Iterator[HTTPConnection]:
    """One that leads only where it may, and lasts only so long."""
    where = urlsplit(url)
    if where.scheme == "https":
        line: HTTPConnection = HTTPSConnection(where.netloc, timeout=patience, context=safety())
    else:
        line = HTTPConnection(where.netloc, timeout=patience)
    line._create_connection = partial(_reached, lasting)  # type: ignore[attr-defined]
    try:
        yield line
    finally:
        line.close()


def _reached(lasting: Lasting, place: tuple[str, int], patience: float, _source: object) -> socket.socket:
    return reach(*place, patience, lasting)


def _ask(line: HTTPConnection, asked: Asked) -> tuple[int, bytes]:
    """An answer whose status has come counts, even if the rest of it is lost."""
    where = urlsplit(asked.url)
    path = f"{where.path}?{where.query}" if where.query else where.path
    line.request("POST" if asked.body else "GET", path, asked.body or None, dict(asked.headers))
    answer = line.getresponse()
    try:
        return answer.status, answer.read(LONGEST)
    except (OSError, HTTPException):
        return answer.status, b""


def _broken(step: str, fault: Exception, lasting: Lasting, now: Clock) -> Step:
    """What the network did; the name in brackets says of what kind it was (see rules.answers)."""
    if isinstance(fault, ssl.SSLError) and step == "connect":
        step = "tls"
    if lasting.is_over:
        return Step(now(), step, f"[silence] not done after {lasting.seconds:.0f} seconds")
    kind = (
        "private"
        if isinstance(fault, Private)
        else "silence"
        if isinstance(fault, TimeoutError)
        else "broken"
    )
    return Step(now(), step, f"[{kind}] {fault}")
