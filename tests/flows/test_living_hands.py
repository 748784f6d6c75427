"""Hands that live on after their lease ran out: each may sleep anywhere, wake at any time, and say what it heard.

Whatever the order: one message leaves once, what the server took is never said to have failed, a yes that was heard
stands, and nobody but who brings one moves a later try. The fence is tried by itself here, as if every hand still held its lease.
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from kashuv.flows.outgoing import jobs
from kashuv.foundation.queue import line
from kashuv.foundation.queue.job import Job
from kashuv.rooms.post import fate, outbox, sending
from kashuv.rooms.post.carriage import Outcome, Step
from kashuv.rooms.post.models import Dispatch, Mailbox
from tests.cast import NOW
from tests.flows import faults
from tests.flows.outgoing import as_it_stands, clock_at, mailbox, work

DEEDS = ("reads", "leaves", "server_takes", "sent", "refused", "deferred", "unknown", "finds")
now = partial(lambda at: at, NOW)


class Hand:
    """One that read the dispatch as it stood, and does only what a carrier could honestly tell."""

    def __init__(self, dispatch: Dispatch) -> None:
        self.dispatch, self.finds = dispatch, dispatch.state == "leaving"
        self.left = self.taken = False
        self.heard = ""

    def may(self, deed: str) -> bool:
        """What is certain, is: a yes only if the server took it, a no only if it did not."""
        if self.heard or self.finds:
            return deed == "finds" and not self.heard
        if deed == "leaves":
            return not self.left and self.dispatch.state == "waiting"
        if deed in ("server_takes", "unknown"):
            return self.left and not (self.taken and deed == "server_takes")
        return deed != "finds" and self.taken == (deed == "sent")

    def do(self, deed: str) -> None:
        if deed == "leaves":
            self.left = fate.leave(self.dispatch, [], at=NOW)
            self.heard = "" if self.left else "yielded"
        elif deed == "server_takes":
            self.taken = True
        else:
            self.heard = deed
            self._end()

    def _end(self) -> None:
        if self.finds:
            sending._find_out(self.dispatch, lambda one: False, now)
        else:
            sending._end(self.dispatch, Outcome(self.heard, (Step(NOW, "answer"),)), lambda one: False, now)  # type: ignore[arg-type]


def walk(told: str) -> list[tuple[int, str]]:
    """Which hand does what."""
    return [(int(which), deed) for which, deed in map(str.split, told.split(", "))]


@given(some.lists(some.tuples(some.integers(0, 2), some.sampled_from(DEEDS)), max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(walk("0 leaves, 0 server_takes, 1 refused"))
@example(walk("0 leaves, 1 reads, 0 deferred, 2 reads, 2 leaves, 1 finds, 2 server_takes, 2 sent"))
@example(walk("0 deferred, 2 reads, 1 leaves, 2 leaves, 2 server_takes, 1 deferred"))
def test_in_whatever_order_they_wake(noa, deeds):
    for rows in (Job, Dispatch, Mailbox):
        rows.objects.within(noa.workspace_id).delete()
    faults.put(noa, mailbox(noa, 25), 1)
    read = Dispatch.objects.within(noa.workspace_id).get
    hands = [Hand(read()) for _ in range(3)]
    ever = list(hands)
    for which, deed in deeds:
        if deed == "reads":
            hands[which] = Hand(read())
            ever.append(hands[which])
        elif hands[which].may(deed):
            before, of_try = read(), hands[which].dispatch.attempts
            hands[which].do(deed)
            assert deed == "sent" or of_try == before.attempts or _told(before) == _told(read())
        _holds(read().state, ever)


def _told(row: Dispatch) -> tuple[object, ...]:
    return row.state, row.attempts, row.leave_at


def _holds(state: str, hands: list[Hand]) -> None:
    takers = [hand for hand in hands if hand.taken]
    assert len(takers) <= 1
    assert not (takers and state in ("waiting", "failed"))
    assert state == "sent" or not any(hand.heard == "sent" for hand in hands)


@pytest.mark.parametrize("stale", ["deferred", "refused"])
def test_one_that_wakes_before_the_go_ahead_leaves_the_letter_of_the_next_alone(noa, monkeypatch, stale):
    faults.put(noa, mailbox(noa, 25), 1)
    dispatch, later = Dispatch.objects.within(noa.workspace_id).get(), NOW + 2 * line.LEASE
    first = line.claim(NOW, only={outbox.SEND})
    asleep = as_it_stands(dispatch)
    second, taken = line.claim(later, only={outbox.SEND}), []

    def carry(one, raw, *, leaving, now):  # type: ignore[no-untyped-def]
        assert leaving((Step(later, "go_ahead", "354"),))
        taken.append(one.pk)
        with line.in_hand(first):
            sending._end(
                asleep, Outcome(stale, (Step(later, "connect", "[silence]"),)), lambda one: None, now
            )
        return Outcome("sent", (Step(later, "answer", "250"),))

    monkeypatch.setattr(jobs, "_carrier", lambda one: carry)
    with clock_at(later), line.in_hand(second):
        jobs.send_dispatch(noa.workspace, second.arguments, later)
    line.finish(second, later)
    work(later + timedelta(hours=1))
    assert (taken, as_it_stands(dispatch).state) == ([dispatch.pk], "sent")
