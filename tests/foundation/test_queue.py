"""The waiting line under every order of events: a job is one worker's at a time, and none is ever lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, transaction
from hypothesis import settings as trials
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kashuv.foundation.queue import line
from kashuv.foundation.queue.job import Job
from tests import cast

SECOND = timedelta(seconds=1)
AGES = timedelta(days=30)
SPANS = st.sampled_from([SECOND, 30 * SECOND, line.LEASE, line.LEASE + SECOND, timedelta(hours=6)])
KEYS = st.sampled_from("abc")
NUMBERS = st.integers(0, 50)


@dataclass(slots=True)
class Expected:
    """A job as it should stand."""

    job: Job
    run_after: datetime
    until: datetime | None = None
    claims: int = 0
    ended: bool = False

    def is_free(self, now: datetime) -> bool:
        leased = self.until is not None and self.until >= now
        return not self.ended and not leased and self.run_after <= now


@dataclass(slots=True)
class Hold:
    """A worker with a job in hand; `fence` says by which claim."""

    job: Job
    expected: Expected

    @property
    def is_lost(self) -> bool:
        return self.job.fence < self.expected.claims


class Line(RuleBasedStateMachine):
    """Workers that claim, hold, finish, fail and fall silent, in whatever order, while the clock goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.all = transaction.atomic()
        self.all.__enter__()
        self.home = cast.firm().id
        self.now = cast.NOW
        self.expected: dict[str, Expected] = {}
        self.holds: list[Hold] = []

    def teardown(self) -> None:
        """Whatever happened: in the end each job that has not ended is claimed, once."""
        self.now += AGES
        waiting = {one.job.id for one in self.expected.values() if not one.ended}
        claimed = [job.id for _ in range(len(waiting) + 1) if (job := line.claim(self.now))]
        transaction.set_rollback(True)
        self.all.__exit__(None, None, None)
        assert sorted(claimed) == sorted(waiting)

    @rule(key=KEYS, wait=SPANS)
    def ask(self, key: str, wait: timedelta) -> None:
        later = self.now + wait
        job = line.enqueue(self.home, "write", {"key": key}, key=key, at=self.now, run_after=later)
        known = self.expected.setdefault(key, Expected(job, later))
        assert job.id == known.job.id

    @rule(span=SPANS)
    def wait(self, span: timedelta) -> None:
        self.now += span

    @rule()
    def claim(self) -> None:
        free = [one for one in self.expected.values() if one.is_free(self.now)]
        job = line.claim(self.now)
        if not free:
            assert job is None
            return
        first = min(free, key=lambda one: (one.run_after, one.job.id))
        assert job is not None and job.id == first.job.id
        first.claims, first.until = first.claims + 1, self.now + line.LEASE
        self.holds.append(Hold(job, first))

    @precondition(lambda self: self.holds)
    @rule(number=NUMBERS)
    def hold(self, number: int) -> None:
        held = self.holds[number % len(self.holds)]
        assert line.hold(held.job, self.now) is not held.is_lost
        if not held.is_lost:
            held.expected.until = self.now + line.LEASE

    @precondition(lambda self: self.holds)
    @rule(number=NUMBERS)
    def finish(self, number: int) -> None:
        held = self.holds.pop(number % len(self.holds))
        assert line.finish(held.job, self.now) is not held.is_lost
        if not held.is_lost:
            held.expected.ended, held.expected.until = True, None

    @precondition(lambda self: self.holds)
    @rule(number=NUMBERS)
    def fail(self, number: int) -> None:
        """A worker whose job was taken over says nothing about it any more."""
        held = self.holds.pop(number % len(self.holds))
        line.fail(held.job, "the letter has no end", self.now)
        if held.is_lost:
            return
        expected = held.expected
        expected.until, expected.ended = None, expected.claims >= line.ATTEMPTS
        expected.run_after = self.now + timedelta(seconds=15 * 4**expected.claims)

    @invariant()
    def what_stands_is_what_should(self) -> None:
        rows = {job.idempotency_key: job for job in Job.objects.within(self.home)}
        assert rows.keys() == self.expected.keys()
        for key, one in self.expected.items():
            job = rows[key]
            assert (job.fence, job.attempts) == (one.claims, one.claims)
            assert (job.leased_until, job.run_after) == (one.until, one.run_after)
            assert bool(job.finished_at or job.failed_at) is one.ended

    @invariant()
    def no_two_hold_one_job(self) -> None:
        held = [one.job.id for one in self.holds if not one.is_lost]
        assert len(held) == len(set(held))


def test_whatever_happens_no_job_is_lost_and_none_is_two_workers(db):
    run_state_machine_as_test(Line, settings=trials(stateful_step_count=20))


def test_workers_at_once_share_the_jobs_without_doubling_one(transactional_db):
    home = cast.firm().id
    for number in range(24):
        line.enqueue(home, "write", {}, key=str(number), at=cast.NOW)
    start, done = Barrier(3), []
    workers = [Thread(target=_work, args=(start, done)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(done, key=int) == [str(number) for number in range(24)]
    assert not Job.objects.within(home).exclude(attempts=1, finished_at__isnull=False).exists()


def _work(start: Barrier, done: list[str]) -> None:
    start.wait()
    while job := line.claim(cast.NOW):
        done.append(job.idempotency_key)
        assert line.finish(job, cast.NOW)
    connection.close()


@pytest.mark.parametrize("late", [line.hold, line.finish])
def test_a_worker_who_comes_back_late_can_not_touch_what_another_has_taken(firm, late):
    line.enqueue(firm.id, "write", {}, key="1", at=cast.NOW)
    slow = line.claim(cast.NOW)
    quick = line.claim(cast.NOW + line.LEASE + SECOND)
    assert slow is not None and quick is not None and slow.id == quick.id
    assert not late(slow, cast.NOW + line.LEASE + 2 * SECOND)
    line.fail(slow, "too late", cast.NOW + line.LEASE + 3 * SECOND)
    assert line.finish(quick, cast.NOW + line.LEASE + 4 * SECOND)
    assert Job.objects.within(firm.id).get().last_error == ""
