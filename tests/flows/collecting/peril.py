"""Perils of a visit: at its n-th step it is killed, or somebody else pays a visit at the same time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from kashuv.rooms.post import copies
from kashuv.rooms.post.channels.imap import Postbox

ASKED = ("look", "uids", "listed", "flags", "changes", "beginnings", "raw")


class Killed(BaseException):
    """The process is gone, as by `kill -9`: nothing after this moment happens, and no transaction is ended."""


class Peril:
    """Counts the steps of a visit: each question to the server, and each transaction before and after its end."""

    def __init__(self) -> None:
        self._left = -1
        self._strike: Callable[[], object] = lambda: None

    @contextmanager
    def after(self, steps: int, strike: Callable[[], object]) -> Iterator[None]:
        """Strikes once, after so many steps of what is done in the block, if it has so many."""
        self._left, self._strike = steps, strike
        try:
            yield
        finally:
            self._left = -1

    def step(self, *, inside: bool = False) -> None:
        if self._left == 0 and inside and self._strike is not kill:
            return  # whoever comes by would wait for the transaction to end
        if self._left >= 0:
            self._left -= 1
            if self._left < 0:
                self._strike()


def kill() -> None:
    raise Killed


def beset(monkeypatch: pytest.MonkeyPatch) -> Peril:
    """From now on, visits are in peril."""
    peril = Peril()
    for name in ASKED:
        monkeypatch.setattr(Postbox, name, _stepping(peril, getattr(Postbox, name)))
    plain = copies.turn

    @contextmanager
    def turn(folder: Any) -> Iterator[None]:
        peril.step()
        with plain(folder):
            yield
            peril.step(inside=True)
        peril.step()

    monkeypatch.setattr(copies, "turn", turn)
    return peril


def _stepping(peril: Peril, asked: Callable[..., Any]) -> Callable[..., Any]:
    def step(*said: Any, **named: Any) -> Any:
        peril.step()
        return asked(*said, **named)

    return step
