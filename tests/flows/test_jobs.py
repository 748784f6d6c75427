"""The jobs of the night, and that the timetable names no task that nobody does."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.sessions.models import Session

from kashuv.config.timetable import TIMETABLE
from kashuv.flows import jobs
from kashuv.foundation.queue import line
from kashuv.foundation.queue.job import Job
from kashuv.rooms.care.models import Pulse


def test_every_ring_has_its_task():
    assert {ring.task for ring in (*TIMETABLE.daily, *TIMETABLE.often)} <= set(TIMETABLE.tasks)


def test_the_night_feels_every_client(firm, gal, dalia, now):
    jobs.feel_everyone(firm, {}, now)
    assert Pulse.objects.within(firm.id).count() == 2


def test_the_sweep_keeps_what_waits_and_what_was_done_of_late(firm, now):
    for key, finished in (
        ("old", now - timedelta(days=31)),
        ("late", now - timedelta(days=1)),
        ("open", None),
    ):
        job = line.enqueue(firm.id, "sweep", {}, key=key, at=now - timedelta(days=40))
        Job.objects.within(firm.id).filter(pk=job.pk).update(finished_at=finished)
    often = line.enqueue(firm.id, "collect", {}, key="often", at=now - timedelta(days=2))
    Job.objects.within(firm.id).filter(pk=often.pk).update(finished_at=now - timedelta(days=2))
    Session.objects.create(session_key="ended", expire_date=now - timedelta(days=1))
    Session.objects.create(session_key="alive", expire_date=now + timedelta(days=1))
    jobs.sweep(firm, {}, now)
    assert sorted(Job.objects.within(firm.id).values_list("idempotency_key", flat=True)) == ["late", "open"]
    assert [session.session_key for session in Session.objects.all()] == ["alive"]
