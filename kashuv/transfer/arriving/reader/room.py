"""The parent's side of the reading room: sends bundles ahead, waits with an eye on the clock, kills and starts anew.

The child ticks on a pipe of its own after each piece. When the ticks stop, or the child dies, a new one reads the
bundle again piece by piece, and what stops it a second time is refused.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import kashuv
from kashuv.transfer.arriving.pieces import Piece
from kashuv.transfer.arriving.reader import limits

HOUSE = str(Path(kashuv.__file__).parent.parent)
PROGRAM = ("-m", "kashuv.transfer.arriving.reader")
PATIENCE = limits.SECONDS + 2.0  # the child's own limit, and a little for what can't even hear its alarm
START = 30.0  # seconds that a child may take to load
DIED = "Reading this ended the reading process; it was kept unread."
HUNG = "Reading this had to be broken off after 10 seconds."


class Unstarted(Exception):
    """The child could not be brought to life at all."""


class Room:
    """One child at a time, started when the first bundle comes; a context manager that leaves none behind."""

    def __init__(self, *, me: Sequence[str], zone: str, now: datetime, capture: Sequence[str] = ()) -> None:
        self._known = {"me": list(me), "zone": zone, "now": now.isoformat(), "capture": list(capture)}
        self._child: subprocess.Popen[bytes] | None = None
        self._ticks = -1
        self._sent: Sequence[Piece] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def send(self, pieces: Sequence[Piece]) -> None:
        """Hands a bundle over; its answers are fetched by `receive` before the next is sent."""
        self._sent = pieces
        if not pieces:
            return
        try:
            self._write(pieces)
        except BrokenPipeError:  # it died between two bundles
            self._end()
            self._write(pieces)

    def receive(self) -> list[dict[str, Any]]:
        """The answers to the bundle that was sent, one for each piece in its order."""
        pieces, self._sent = self._sent, ()
        answers = self._listen(len(pieces))
        if isinstance(answers, str):
            return [self._alone(piece) for piece in pieces]
        return answers

    def _alone(self, piece: Piece) -> dict[str, Any]:
        """Reads one piece by itself, so that what stops the child stops nothing else."""
        self.send([piece])
        self._sent = ()
        answer = self._listen(1)
        return {"refused": answer} if isinstance(answer, str) else answer[0]

    def _listen(self, count: int) -> list[dict[str, Any]] | str:
        """So many answers; or why there will be none, after the child was put to an end."""
        received, ready = bytearray(), 0
        while ready < count:
            out = self._child.stdout.fileno()  # type: ignore[union-attr]  # there is a child since something was sent
            readable, _, _ = select.select([self._ticks, out], [], [], PATIENCE)
            chunk = os.read(out, 1 << 20) if out in readable else b""
            if not readable or (out in readable and not chunk):
                self._end()
                return DIED if readable else HUNG
            if self._ticks in readable:
                os.read(self._ticks, 4096)
            ready += chunk.count(b"\n")
            received += chunk
        return [json.loads(line) for line in received.splitlines()]

    def _write(self, pieces: Sequence[Piece]) -> None:
        child = self._child or self._start()
        head = json.dumps([(piece.kind, len(piece.raw), dict(piece.about)) for piece in pieces]).encode()
        child.stdin.write(b"%b\n%b" % (head, b"".join(piece.raw for piece in pieces)))  # type: ignore[union-attr]
        child.stdin.flush()  # type: ignore[union-attr]

    def _start(self) -> subprocess.Popen[bytes]:
        self._ticks, theirs = os.pipe()
        self._child = subprocess.Popen(
            [sys.executable, "-P", *PROGRAM],
            env={"PYTHONPATH": HOUSE},  # nothing of what the parent's environment knows
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=[theirs],
        )
        os.close(theirs)
        self._greet(self._child, theirs)
        return self._child

    def _greet(self, child: subprocess.Popen[bytes], theirs: int) -> None:
        """Tells the child what it must know, and waits for its first tick."""
        with suppress(BrokenPipeError):
            child.stdin.write(json.dumps({**self._known, "ticks": theirs}).encode() + b"\n")  # type: ignore[union-attr]
            child.stdin.flush()  # type: ignore[union-attr]
        heard, _, _ = select.select([self._ticks], [], [], START)
        if not heard or not os.read(self._ticks, 1):
            self._end()
            raise Unstarted("the reading process could not be started")

    def _end(self) -> None:
        """Kills the child, if there is one, and clears up after it."""
        if self._child is None:
            return
        self._child.kill()
        for pipe in (self._child.stdin, self._child.stdout):
            with suppress(OSError):  # what was still unsent is lost with the child
                pipe.close()  # type: ignore[union-attr]
        self._child.wait()
        os.close(self._ticks)
        self._child = None
