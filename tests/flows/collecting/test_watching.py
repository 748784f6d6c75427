"""Listening: what comes to a server is asked for at once, whoever has a mailbox there."""

from __future__ import annotations

import threading
import time
from datetime import timedelta

import pytest

from kashuv.flows.collecting import jobs, watching
from kashuv.foundation import clock
from kashuv.foundation.queue.job import Job
from kashuv.rooms.post.models import Mailbox
from tests.flows.collecting.conftest import room
from tests.flows.collecting.test_visit import mail

pytestmark = [pytest.mark.dovecot, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def watcher():
    stop = threading.Event()
    thread = threading.Thread(target=watching.watch, args=(stop, 0.1), daemon=True)
    thread.start()
    yield
    stop.set()
    thread.join(5)


def _asked(mailbox: Mailbox) -> int:
    return Job.objects.within(mailbox.workspace_id).filter(task="collect", finished_at__isnull=True).count()


def _await_asking(mailbox: Mailbox) -> None:
    deadline = time.monotonic() + 20
    while not _asked(mailbox):
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.usefixtures("watcher")
def test_a_letter_that_comes_is_asked_for_at_once_and_only_once(mailbox, server):
    _await_asking(mailbox)  # for what came before anybody listened
    time.sleep(0.5)
    Job.objects.within(mailbox.workspace_id).update(finished_at=clock.now())
    with server.enter(mailbox.address) as imap:
        imap.append("INBOX", mail(1))
        _await_asking(mailbox)
        imap.append("INBOX", mail(2))
    time.sleep(0.3)
    assert _asked(mailbox) == 1


def test_the_timetable_asks_for_each_mailbox_and_a_turn_that_is_too_short_for_another(
    mailbox, server, firm, monkeypatch
):
    with server.enter(mailbox.address) as imap:
        imap.multiappend("INBOX", [mail(number) for number in range(60)])
    at = clock.now()
    jobs.collect_all(firm, {}, at)
    jobs.collect_all(firm, {}, at)
    [job] = Job.objects.within(firm.id).filter(task="collect")
    Job.objects.within(firm.id).filter(pk=job.pk).update(leased_until=at)
    jobs.collect_all(firm, {}, at - timedelta(seconds=1))
    assert Job.objects.within(firm.id).filter(task="collect").count() == 1
    monkeypatch.setattr(jobs, "TURN", 0.0)
    jobs.collect(firm, job.arguments, clock.now(), room=room)
    assert _asked(mailbox) == 2
    monkeypatch.undo()
    Job.objects.within(firm.id).update(finished_at=at)
    jobs.collect(firm, job.arguments, clock.now(), room=room)
    assert _asked(mailbox) == 0
    Mailbox.objects.within(firm.id).update(active=False)
    jobs.collect_all(firm, {}, clock.now())
    assert _asked(mailbox) == 0
