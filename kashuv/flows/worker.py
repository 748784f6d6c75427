"""The worker: takes the waiting jobs, holds each while it lasts, and rings the timetable.

Any number may run, on any number of machines. One that is killed loses its lease, and another takes the job over.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial

from django.db import Error, close_old_connections, connection

from kashuv.flows.timetable import Bell, Lane, Timetable
from kashuv.foundation import clock
from kashuv.foundation.queue import line
from kashuv.foundation.queue.job import Job
from kashuv.rooms.team.models import Workspace

PAUSE = 1.0  # seconds between two looks at an empty line
FAREWELL = 60.0  # seconds for what is in the hands of the lanes, once asked to stop
TROUBLE = 5.0  # seconds to leave a database alone that does not answer
HEARTBEAT = line.LEASE.total_seconds() / 4

Claim = Callable[[datetime], Job | None]

log = logging.getLogger(__name__)


def run(timetable: Timetable, stop: threading.Event, pause: float = PAUSE) -> None:
    """Works until `stop` is set; the jobs in hand are finished first. Each lane has hands (threads) of its own."""
    bell = Bell(timetable)
    beside = [
        _hand(timetable, lane, number, stop, pause)
        for lane in timetable.apart
        for number in range(lane.hands)
    ]
    others = frozenset().union(*(lane.tasks for lane in timetable.apart))
    _rounds(timetable, stop, pause, partial(line.claim, but=others), lambda: bell.ring(clock.now()))
    farewell = time.monotonic() + FAREWELL
    for hand in beside:
        hand.join(max(0.0, farewell - time.monotonic()))


def _hand(
    timetable: Timetable, lane: Lane, number: int, stop: threading.Event, pause: float
) -> threading.Thread:
    """One of a lane's; what it does when the process ends is taken over by another worker, when its lease runs out."""
    rounds = partial(_rounds, timetable, stop, pause, partial(line.claim, only=lane.tasks), lambda: None)
    hand = threading.Thread(target=rounds, name=f"{lane.name} {number}", daemon=True)
    hand.start()
    return hand


def _rounds(
    timetable: Timetable, stop: threading.Event, pause: float, claim: Claim, before: Callable[[], object]
) -> None:
    while not stop.is_set():
        stop.wait(_round(timetable, stop, pause, claim, before))
    connection.close()  # this thread's own


def _round(
    timetable: Timetable, stop: threading.Event, pause: float, claim: Claim, before: Callable[[], object]
) -> float:
    """Does what is due; how long to rest after it."""
    try:
        close_old_connections()
        before()
        while not stop.is_set() and work_once(timetable, claim):
            pass
        return pause
    except Error:
        log.exception("The database does not answer; trying again in %s seconds.", TROUBLE)
        return TROUBLE


def work_once(timetable: Timetable, claim: Claim = line.claim) -> bool:
    """Does the next job, if one is due; False if none is."""
    job = claim(clock.now())
    if job is None:
        return False
    try:
        with _held(job), line.in_hand(job):
            _do(timetable, job)
    except Exception as fault:  # whatever a job does wrong, the next one has its turn
        log.exception("The job %s %s failed.", job.task, job.id)
        line.fail(job, f"{type(fault).__name__}: {fault}", clock.now())
    else:
        line.finish(job, clock.now())
    return True


def _do(timetable: Timetable, job: Job) -> None:
    handler = timetable.tasks.get(job.task)
    if handler is None:
        raise LookupError(f"the timetable knows no task named {job.task}")
    handler(Workspace.objects.get(pk=job.workspace_id), job.arguments, clock.now())


@contextmanager
def _held(job: Job) -> Iterator[None]:
    """Makes the lease longer for as long as the work lasts."""
    done = threading.Event()
    heart = threading.Thread(target=_beat, args=(job, done), name="heartbeat", daemon=True)
    heart.start()
    try:
        yield
    finally:
        done.set()
        heart.join()


def _beat(job: Job, done: threading.Event) -> None:
    while not done.wait(HEARTBEAT):
        try:
            if not line.hold(job, clock.now()):
                log.warning("Another worker has taken over %s %s.", job.task, job.id)
                break
        except Error:
            log.exception("The lease of %s %s could not be made longer.", job.task, job.id)
    connection.close()  # this thread's own
