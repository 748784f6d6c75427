"""Whether somebody outside can open a link of ours; one to this machine or its own network leads him nowhere."""

from __future__ import annotations

from urllib.parse import urlsplit

from kashuv.foundation.network.table import may_be_reached

INSIDE = ("localhost", "local", "lan", "home", "internal", "home.arpa")


def opens_outside(link: str) -> bool:
    """By its host alone: a public address, or a name that is not one of a single house."""
    host = (urlsplit(link).hostname or "").rstrip(".")
    try:
        return may_be_reached(host)
    except ValueError:  # a name
        return "." in host and not host.endswith(tuple(f".{end}" for end in INSIDE))
