"""A worker with all its hands is killed (SIGKILL) again and again, at moments of chance, until nothing waits any more.

Run as a process of its own, with its own data folder: `python -m tests.flows.killing PORT N SEED`. It writes what became
of the N letters, and of what is told of them on the timeline, as JSON.
"""

from __future__ import annotations

import ctypes
import json
import os
import random
import signal
import sys
import threading
import time
from datetime import timedelta

from kashuv.cli.house import migrate, stand

SHORT = timedelta(seconds=0.4)
BOXES = 2  # so that several hands send at once
SECONDS = 3.0  # for each letter, until something must be wrong
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


def main(port: int, n: int, seed: int) -> None:
    """Sets the stage, kills, and tells."""
    stand()
    migrate()
    from kashuv.config.timetable import TIMETABLE
    from kashuv.flows import worker
    from kashuv.flows.timetable import Timetable
    from kashuv.foundation import clock
    from kashuv.foundation.queue import line
    from tests import cast
    from tests.flows import faults, outgoing

    line.LEASE, worker.HEARTBEAT = SHORT, 0.1
    noa = cast.member(cast.firm(), "Noa", "owner")
    for number in range(BOXES):
        faults.put(noa, outgoing.mailbox(noa, port, address=f"{number}@us.example"), n // BOXES, clock.now())
    chance, table = random.Random(seed), Timetable(TIMETABLE.tasks, apart=TIMETABLE.apart)
    kills = _kill_until_all_is_done(noa, table, chance, time.monotonic() + 30 + n * SECONDS)
    print(json.dumps({"kills": kills, "rows": _rows(noa), "entries": _entries(noa)}))


def _kill_until_all_is_done(noa, table, chance: random.Random, deadline: float) -> int:  # type: ignore[no-untyped-def]
    """A worker lives long enough for a step or two, however busy the machine is; gives the number of kills."""
    from django.db import connections

    kills, longest, before = 0, 0.1, _waits(noa)
    while (left := _waits(noa)) and time.monotonic() < deadline:
        longest *= 1.3 if left == before else 0.8 if before - left > 2 else 1.0
        longest, before, kills = min(max(longest, 0.04), 2.0), left, kills + 1
        connections.close_all()
        _kill_one(table, chance.uniform(0.01, longest))
    return kills


def _kill_one(table: object, after: float) -> None:
    """One worker, for as long as it is left alive."""
    from kashuv.flows import worker

    child = os.fork()
    if child == 0:
        try:
            ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
            worker.run(table, threading.Event(), pause=0.01)  # type: ignore[arg-type]
        finally:
            os._exit(1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _waits(noa) -> int:  # type: ignore[no-untyped-def]
    """How many steps there still are: a letter is first sent, then told."""
    from kashuv.foundation.queue.job import Job
    from kashuv.rooms.post.models import Dispatch

    settling = Job.objects.within(noa.workspace_id).filter(task="settle_dispatch", finished_at__isnull=True)
    return 2 * Dispatch.objects.within(noa.workspace_id).unended().count() + settling.count()


def _rows(noa) -> list[list[object]]:  # type: ignore[no-untyped-def]
    from kashuv.rooms.post.models import Dispatch

    rows = Dispatch.objects.within(noa.workspace_id).values_list("message_id", "state", "troubled_at")
    return [[mark, state, troubled is not None] for mark, state, troubled in rows]


def _entries(noa) -> list[str]:  # type: ignore[no-untyped-def]
    from kashuv.rooms.conversations.models import Entry

    rows = Entry.objects.within(noa.workspace_id).values_list("letter__message_id", flat=True)
    return list(rows)


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:4]))
