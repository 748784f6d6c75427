"""The worker: does what is due, bears what goes wrong, and lets another take over when it is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path

import pytest

from kashuv.flows import worker
from kashuv.flows.timetable import Bell, Daily, Every, Lane, Timetable
from kashuv.foundation.queue import line
from kashuv.foundation.queue.job import Job
from tests import cast


def _ask(firm, task: str, key: str = "once", **arguments: object) -> Job:
    return line.enqueue(firm.id, task, arguments, key=key, at=datetime.now(UTC) - timedelta(seconds=1))


def _row(job: Job) -> Job:
    return Job.objects.within(job.workspace_id).get(pk=job.pk)


def test_a_due_job_is_done_with_its_workspace_and_arguments(firm):
    seen = []
    job = _ask(firm, "greet", who="Gal")
    assert worker.work_once(Timetable({"greet": lambda *said: seen.append(said[:2])}))
    assert seen == [(firm, {"who": "Gal"})]
    assert _row(job).finished_at is not None
    assert not worker.work_once(Timetable({}))


def test_a_job_that_fails_waits_longer_and_says_why_while_the_next_has_its_turn(firm):
    def stumble(*_: object) -> None:
        raise ValueError("the letter has no end")

    done = []
    table = Timetable({"stumble": stumble, "go": lambda *_: done.append(1)})
    stumbling, _ = _ask(firm, "stumble"), _ask(firm, "go")
    while worker.work_once(table):
        pass
    row = _row(stumbling)
    assert done == [1]
    assert row.last_error == "ValueError: the letter has no end"
    assert row.finished_at is None and row.failed_at is None
    assert row.run_after > datetime.now(UTC) + timedelta(seconds=30)


def test_a_task_that_nobody_knows_is_a_failure_and_not_a_silence(firm):
    job = _ask(firm, "fly")
    worker.work_once(Timetable({}))
    assert "fly" in _row(job).last_error


def test_the_bell_rings_once_a_local_day_and_only_in_its_hours(firm):
    bell = Bell(Timetable({}, (Daily("letters", since=clock_time(7), until=clock_time(12)),)))
    morning = cast.NOW.replace(hour=4, minute=59)  # 06:59 in Jerusalem
    assert bell.ring(morning) == 0
    assert bell.ring(morning + timedelta(minutes=1)) == 1
    assert bell.ring(morning + timedelta(minutes=2)) == 0
    assert bell.ring(morning + timedelta(hours=6)) == 0
    assert bell.ring(morning + timedelta(days=1, minutes=1)) == 1
    assert Job.objects.within(firm.id).count() == 2


def test_the_bell_rings_every_few_minutes_and_remembers_no_more_than_the_last(firm):
    bell = Bell(Timetable({}, often=(Every("collect_all", minutes=5),)))
    rung = [bell.ring(cast.NOW + timedelta(minutes=minute)) for minute in (0, 1, 4, 5, 9, 31)]
    assert rung == [1, 0, 0, 1, 0, 1]
    assert Job.objects.within(firm.id).count() == 3


def test_two_bells_ask_for_one_job(firm):
    table = Timetable({}, (Daily("letters", since=clock_time(0)),))
    Bell(table).ring(cast.NOW)
    Bell(table).ring(cast.NOW)
    assert Job.objects.within(firm.id).count() == 1


def test_each_workspace_has_its_own_morning(firm):
    abroad = cast.firm("Abroad", "abroad")
    abroad.time_zone = "America/New_York"
    abroad.save()
    bell = Bell(Timetable({}, (Daily("letters", since=clock_time(7), until=clock_time(12)),)))
    assert bell.ring(cast.NOW) == 1  # 08:30 in Jerusalem, 01:30 in New York
    assert Job.objects.within(abroad.id).count() == 0
    assert bell.ring(cast.NOW + timedelta(hours=6)) == 1
    assert Job.objects.within(abroad.id).count() == 1


@pytest.mark.django_db(transaction=True)
def test_what_waits_for_other_machines_holds_up_nothing_else(firm):
    stop, came = threading.Event(), threading.Event()
    table = Timetable(
        {"fetch": lambda *_: came.wait(10), "send": lambda *_: (came.set(), stop.set())},
        apart=(Lane("fetching", frozenset({"fetch"})),),
    )
    fetching, _ = _ask(firm, "fetch"), _ask(firm, "send")
    worker.run(table, stop, pause=0.05)
    assert came.is_set()
    deadline = time.monotonic() + 5
    while _row(fetching).finished_at is None:
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.django_db(transaction=True)
def test_a_silent_server_holds_up_its_own_letters_alone(firm):
    """Two hands, three letters by a server that falls silent: one hand waits for it, and the other serves all others."""
    stop, said = threading.Event(), threading.Event()
    done: list[str] = []

    def send(_: object, told: Mapping[str, str], __: datetime) -> None:
        if told["by"] == "silent":
            said.wait(10)
        done.append(told["by"])
        if len(done) == 2:
            said.set()
        if len(done) == 5:
            stop.set()

    for number, by in enumerate(["silent", "silent", "silent", "swift", "swift"]):
        line.enqueue(firm.id, "send", {"by": by}, key=str(number), at=datetime.now(UTC), turn=by)
    worker.run(
        Timetable({"send": send}, apart=(Lane("sending", frozenset({"send"}), hands=2),)), stop, pause=0.02
    )
    assert done == ["swift", "swift", "silent", "silent", "silent"]


def test_a_turn_is_free_again_when_its_job_has_ended_or_fallen(firm):
    first, second = (line.enqueue(firm.id, "send", {}, key=key, at=cast.NOW, turn="box") for key in "12")
    claimed = line.claim(cast.NOW)
    assert claimed == first and line.claim(cast.NOW) is None
    assert line.claim(cast.NOW + 2 * line.LEASE) == first  # its worker was killed
    line.finish(line.Job.objects.within(firm.id).get(pk=first.pk), cast.NOW)
    assert line.claim(cast.NOW) == second


# Real processes, killed for real.

STAGE = """
import sys, threading, time
from pathlib import Path
from datetime import timedelta
from kashuv.cli.house import stand, migrate
stand()
from kashuv.flows import worker
from kashuv.flows.timetable import Timetable
from kashuv.foundation import clock
from kashuv.foundation.queue import line
from kashuv.foundation.queue.job import Job
from kashuv.rooms.team.models import Workspace
log = Path(sys.argv[1])
def note(word):
    with log.open("a") as file:
        file.write(word + "\\n")
"""
FOUND = (
    STAGE
    + """
migrate()
firm = Workspace.objects.create(name="Gal", slug="gal", created_at=clock.now())
line.enqueue(firm.id, "slow", {}, key="1", at=clock.now())
"""
)
WORK = (
    STAGE
    + """
line.LEASE = timedelta(seconds=1.5)
worker.HEARTBEAT = 0.2
def slow(*_):
    note("begun")
    time.sleep(float(sys.argv[2]))
    note("done")
worker.run(Timetable({"slow": slow}), threading.Event(), pause=0.1)
"""
)
TELL = (
    STAGE
    + """
job = Job.objects.within(Workspace.objects.get().id).get()
print(job.finished_at is not None, job.attempts, job.fence)
"""
)


@pytest.fixture
def stage(tmp_path: Path) -> Callable[..., subprocess.Popen[str]]:
    started = []

    def start(script: str, *words: str) -> subprocess.Popen[str]:
        env = {**os.environ, "KASHUV_DATA": str(tmp_path / "data"), "DATABASE_URL": ""}
        command = [sys.executable, "-c", script, str(tmp_path / "log"), *words]
        started.append(subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def _until(log: Path, words: list[str]) -> None:
    deadline = time.monotonic() + 15
    while (log.read_text().split() if log.exists() else []) != words:
        assert time.monotonic() < deadline, f"waited in vain for {words}"
        time.sleep(0.05)


def test_a_worker_that_was_killed_is_replaced_and_its_job_done(stage, tmp_path):
    stage(FOUND).wait()
    doomed = stage(WORK, "60")
    _until(tmp_path / "log", ["begun"])
    doomed.kill()
    stage(WORK, "0")
    _until(tmp_path / "log", ["begun", "begun", "done"])
    time.sleep(0.3)
    assert stage(TELL).communicate()[0].split() == ["True", "2", "2"]


def test_a_long_job_is_held_by_its_worker_while_others_look_on(stage, tmp_path):
    stage(FOUND).wait()
    stage(WORK, "3")
    stage(WORK, "3")
    _until(tmp_path / "log", ["begun", "done"])
    time.sleep(0.5)
    assert (tmp_path / "log").read_text().split() == ["begun", "done"]
    assert stage(TELL).communicate()[0].split() == ["True", "1", "1"]
