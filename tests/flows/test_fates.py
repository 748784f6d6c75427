"""The states of a dispatch, walked at random: by workers, by people, by servers that answer late.

Whatever the order: nothing leaves but out of WAITING and once for each dispatch; what the server took is never said to
have failed; and no dispatch comes about without a person.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from unittest import mock

from django.db import OperationalError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kashuv.flows.outgoing import jobs
from kashuv.foundation.queue import line
from kashuv.foundation.queue.job import Job
from kashuv.rooms.post import fate, outbox, restored, sending
from kashuv.rooms.post.carriage import Outcome, Step
from kashuv.rooms.post.models import Dispatch, Mailbox
from tests.cast import NOW
from tests.flows import faults
from tests.flows.outgoing import as_it_stands, clock_at, mailbox, work
from tests.smtp import Post, listening

OUTCOMES = ("sent", "refused", "deferred", "unknown", "killed", "not_there")
DEEDS = ("withdraw", "again", "see_to", "vouch", "find")


class Road:
    """A carrier that does as it is told, and a memory of what the server took."""

    def __init__(self) -> None:
        self.fate, self.taken = "sent", []

    def __call__(self, dispatch, raw, *, leaving, now):  # type: ignore[no-untyped-def]
        if self.fate == "not_there":
            return Outcome("deferred", (Step(now(), "connect", "[broken] refused"),))
        if not leaving((Step(now(), "go_ahead", "354"),)):
            return Outcome("yielded", ())
        if self.fate in ("sent", "unknown", "killed"):
            self.taken.append(dispatch.pk)
        if self.fate == "killed":
            raise KeyboardInterrupt
        return Outcome(self.fate, (Step(now(), "answer", "250"),))


@given(some.lists(some.sampled_from(OUTCOMES + DEEDS), max_size=14))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happens_in_whatever_order(noa, walk):
    road, presses, at = Road(), 0, NOW
    _fresh(noa)
    for deed in walk:
        at += timedelta(hours=7)
        latest = (
            Dispatch.objects.within(noa.workspace_id).select_related("parcel", "mailbox").latest("number")
        )
        if deed in OUTCOMES:
            road.fate = deed
            _send(latest, road, at, found=False)
        elif deed == "find":
            sending.look_again(latest, lambda dispatch: dispatch.pk in road.taken, now=partial(_at, at))
        else:
            presses += deed == "again" and latest.in_trouble
            getattr(outbox, deed)(latest, by=noa, at=at)
        _holds(noa, road, presses)


def _fresh(noa) -> None:  # type: ignore[no-untyped-def]
    """One letter in an otherwise empty outbox."""
    Job.objects.within(noa.workspace_id).delete()
    Dispatch.objects.within(noa.workspace_id).delete()
    Mailbox.objects.within(noa.workspace_id).delete()
    faults.put(noa, mailbox(noa, 25), 1)


def _send(dispatch, road, at, *, found):  # type: ignore[no-untyped-def]
    with suppress(KeyboardInterrupt):  # the worker is gone; whoever comes next finds what it left
        sending.send(dispatch, road, lambda one: found, now=partial(_at, at))


def _at(at: datetime) -> datetime:
    return at


def _holds(noa, road, presses) -> None:  # type: ignore[no-untyped-def]
    rows = list(Dispatch.objects.within(noa.workspace_id))
    assert len(rows) == 1 + presses
    assert len({row.message_id for row in rows}) == 1
    for row in rows:
        taken = road.taken.count(row.pk)
        assert taken <= 1
        assert not (taken and row.state in ("waiting", "failed", "withdrawn"))
        assert not (row.state in ("failed", "unknown") and row.troubled_at is None)
        vouched = any(step["step"] == "vouched" for step in row.evidence)
        assert row.state != "sent" or taken or vouched


def test_a_worker_that_lost_its_lease_lets_nothing_out(noa):
    box = mailbox(noa, 25)
    faults.put(noa, box, 1)
    dispatch = Dispatch.objects.within(noa.workspace_id).select_related("parcel", "mailbox").get()
    stale = line.claim(NOW)
    fresh = line.claim(NOW + line.LEASE * 2)
    assert stale.pk == fresh.pk
    road = Road()
    with line.in_hand(stale):
        _send(dispatch, road, NOW + line.LEASE * 2, found=False)
    assert (road.taken, as_it_stands(dispatch).state) == ([], "waiting")
    with line.in_hand(fresh):
        _send(dispatch, road, NOW + line.LEASE * 2, found=False)
    assert as_it_stands(dispatch).state == "sent"


def test_a_job_of_an_earlier_try_has_nothing_left_to_do(noa):
    box = mailbox(noa, 25)
    faults.put(noa, box, 1)
    dispatch = Dispatch.objects.within(noa.workspace_id).get()
    fate.put_back(dispatch, [], NOW, at=NOW)
    fate.leave(dispatch, [], at=NOW)
    jobs.send_dispatch(noa.workspace, {"dispatch": str(dispatch.pk), "try": 0}, NOW)
    assert as_it_stands(dispatch).state == "leaving"
    jobs.send_dispatch(noa.workspace, {"dispatch": str(dispatch.pk), "try": 1}, NOW)
    assert as_it_stands(dispatch).state == "unknown"


def test_a_database_that_stumbles_does_not_make_a_doubt_of_a_yes(noa, monkeypatch):
    monkeypatch.setattr(sending, "STUMBLES", (0.0, 0.0))
    monkeypatch.setattr(sending, "close_old_connections", lambda: None)
    box = mailbox(noa, 25)
    faults.put(noa, box, 1)
    dispatch = Dispatch.objects.within(noa.workspace_id).select_related("parcel", "mailbox").get()
    written = mock.Mock(side_effect=[OperationalError("locked"), OperationalError("locked"), None])
    real = fate.settle_as_sent
    with mock.patch.object(fate, "settle_as_sent", lambda *a, **k: written() or real(*a, **k)):
        _send(dispatch, Road(), NOW, found=False)
    assert as_it_stands(dispatch).state == "sent"


def test_a_database_that_stumbles_in_the_midst_of_putting_off_forgets_no_try(noa, monkeypatch):
    """What was rolled back is not taken for what stands."""
    monkeypatch.setattr(sending, "STUMBLES", (0.0,))
    monkeypatch.setattr(sending, "close_old_connections", lambda: None)
    faults.put(noa, mailbox(noa, 25), 1)
    dispatch = Dispatch.objects.within(noa.workspace_id).select_related("parcel", "mailbox").get()
    written, real = mock.Mock(side_effect=[OperationalError("locked"), None]), outbox.ask_to_send
    road = Road()
    road.fate = "deferred"
    with mock.patch.object(outbox, "ask_to_send", lambda *a: written() or real(*a)):
        _send(dispatch, road, NOW, found=False)
    stands = as_it_stands(dispatch)
    assert (stands.state, stands.attempts) == ("waiting", 1)
    assert Job.objects.within(noa.workspace_id).filter(idempotency_key=outbox.key_of(stands)).exists()


def test_what_is_put_off_again_and_again_fails_loudly_in_the_end(noa):
    with listening(Post(plan=lambda session: "later_at_mail")) as post:
        faults.put(noa, mailbox(noa, post.port), 1)
        for hours in range(12):
            work(NOW + timedelta(hours=hours))
    dispatch = Dispatch.objects.within(noa.workspace_id).get()
    assert (dispatch.state, dispatch.attempts, dispatch.in_trouble) == (
        "failed",
        1 + len(sending.PAUSES),
        True,
    )


def test_what_was_forgotten_is_asked_for_anew(noa):
    with listening(Post()) as post:
        faults.put(noa, mailbox(noa, post.port), 1)
        given_up = Job.objects.within(noa.workspace_id).filter(task=outbox.SEND)
        given_up.update(failed_at=NOW)
        work(NOW + timedelta(minutes=1))
        assert post.taken == []
        later = NOW + timedelta(hours=2)
        with clock_at(later):
            jobs.mend_outbox(noa.workspace, {}, later)
        work(later)
        assert len(post.taken) == 1


def test_another_firm_has_its_own_outbox(noa, mallory):
    faults.put(noa, mailbox(noa, 25), 1)
    dispatch = Dispatch.objects.within(noa.workspace_id).get()
    jobs.send_dispatch(mallory.workspace, {"dispatch": str(dispatch.pk), "try": 0}, NOW)
    assert as_it_stands(dispatch).state == "waiting"


def test_what_waited_in_a_backup_is_not_sent_again_unasked(noa):
    """It may have left after the backup was made."""
    with listening(Post()) as post:
        box = mailbox(noa, post.port)
        faults.put(noa, box, 2)
        faults.put(noa, box, 1, NOW + timedelta(days=1))
        assert restored.doubt_what_was_due(NOW + timedelta(hours=1)) == 2
        work(NOW + timedelta(hours=1))
        assert post.taken == []
        work(NOW + timedelta(days=1))
        assert len(post.taken) == 1
    assert Dispatch.objects.within(noa.workspace_id).troubled().count() == 2
