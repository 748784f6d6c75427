"""The child: takes bundles of pieces from its input, ticks once for each, answers a line for each."""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime
from typing import BinaryIO

from kashuv.transfer.arriving.reader import limits, wire
from kashuv.transfer.arriving.reader.work import Desk


def main() -> None:
    """Serves until the parent closes the pipe. The first line tells what to know; see `Desk`."""
    limits.bound_memory()
    given, answers = sys.stdin.buffer, sys.stdout.buffer
    told = json.loads(given.readline())
    now = datetime.fromisoformat(told["now"])
    desk = Desk(frozenset(told["me"]), told["zone"], now, frozenset(told["capture"]))
    os.write(told["ticks"], b"!")  # loaded and listening
    while head := given.readline():
        _serve(desk, json.loads(head), given, answers, told["ticks"])


def _serve(desk: Desk, bundle: list, given: BinaryIO, answers: BinaryIO, ticks: int) -> None:  # type: ignore[type-arg]
    """Takes the whole bundle in before it begins, so that the parent is free while it works."""
    pieces = [(kind, given.read(size), about) for kind, size, about in bundle]
    told = []
    for kind, raw, about in pieces:
        told.append(wire.packed(desk.answer(kind, raw, about)))
        os.write(ticks, b".")
    answers.write(b"".join(told))
    answers.flush()


if __name__ == "__main__":
    main()
