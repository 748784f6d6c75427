"""Reaching: a connection to a server that somebody named, at an address that was looked at before.

A name is asked for once. All its addresses are looked at, and the connection goes to one of these very addresses: a
name that changes its mind in between (rebinding) leads nowhere else. TLS goes on asking for the name.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Sequence

from django.conf import settings

from kashuv.foundation.network.lasting import Lasting
from kashuv.foundation.network.resolving import Found, resolved
from kashuv.foundation.network.table import may_be_reached

MOST = 4  # addresses of one name that are tried; all are looked at
LOOKING = 30.0  # seconds in which a name must have been resolved


class Private(OSError):
    """The name leads into a network that may not be reached from here."""

    def __init__(self, host: str) -> None:
        super().__init__(f"{host} stands in a private network")
        self.host = host


def addresses_of(host: str, port: int, seconds: float = LOOKING) -> Sequence[Found]:
    """All that the name leads to. Raises Private if one of them may not be reached; OSError, UnicodeError."""
    found = resolved(host, port, seconds)
    for *_how, place in found:
        if not may_be_reached(str(place[0]), settings.PRIVATE_NETWORKS):
            raise Private(host)
    return found


def reach(host: str, port: int, patience: float, lasting: Lasting | None = None) -> socket.socket:
    """A connection to the first of its addresses that answers; the name and all of them share the seconds of `patience`.

    `lasting` bounds the connection as a whole. Raises Private, or what the network did (OSError).
    """
    seconds = min(patience, lasting.left) if lasting else patience
    deadline = time.monotonic() + seconds
    found = addresses_of(host, port, seconds)[:MOST]
    for number, one in enumerate(found, start=1):
        left = max(0.1, deadline - time.monotonic())
        try:
            line = _connected(one, left / (len(found) - number + 1), patience)
        except OSError:
            if number == len(found):
                raise
        else:
            if lasting:
                lasting.watch(line)
            return line
    raise OSError(f"{host} has no address")


def _connected(found: Found, seconds: float, patience: float) -> socket.socket:
    """`seconds` are for coming through; afterwards `patience` is what a server may be silent."""
    family, kind, protocol, _name, place = found
    line = socket.socket(family, kind, protocol)
    try:
        line.settimeout(seconds)
        line.connect(place)
        line.settimeout(patience)
    except BaseException:
        line.close()
        raise
    return line
