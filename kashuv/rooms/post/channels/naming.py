"""Naming: which of a mail server's usual names anybody has, so that a guess begins with one that exists."""

from __future__ import annotations

import threading
import time
from collections.abc import Collection
from dataclasses import replace

from kashuv.foundation.network import addresses_of
from kashuv.rooms.post.rules.providers import Guess, Place

LONGEST = 3.0  # seconds for all names; who waits longer gets the first of them


def settled(guess: Guess) -> Guess:
    """The guess with names that exist; a known provider's are known to."""
    if guess.provider:
        return guess
    there = _there({guess.fetching.host, guess.sending.host, *guess.other_hosts}, LONGEST)
    return named(guess, there, there)


def named(guess: Guess, fetching: Collection[str], sending: Collection[str]) -> Guess:
    """The guess with the first of its names that stands there; any other name is passed over."""

    def of(place: Place, names: Collection[str]) -> Place:
        hosts = (place.host, *guess.other_hosts)
        return replace(place, host=next((host for host in hosts if host in names), place.host))

    return replace(guess, fetching=of(guess.fetching, fetching), sending=of(guess.sending, sending))


def _there(hosts: set[str], longest: float) -> set[str]:
    """Those that have an address, and one that may be reached; asked for all at once."""
    found: set[str] = set()

    def ask(host: str) -> None:
        try:
            addresses_of(host, 0)
        except (OSError, UnicodeError):
            return
        found.add(host)

    threads = [threading.Thread(target=ask, args=(host,), daemon=True) for host in sorted(hosts)]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + longest
    for thread in threads:
        thread.join(max(0.0, deadline - time.monotonic()))
    return set(found)
