"""What a timetable is: the tasks by name, and which of them ring: daily in each workspace's own zone, or every few minutes."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from kashuv.foundation import clock
from kashuv.foundation.keys import uuid7
from kashuv.foundation.queue.job import Job
from kashuv.rooms.team.models import Workspace

Handler = Callable[[Workspace, Mapping[str, Any], datetime], None]


@dataclass(frozen=True, slots=True)
class Daily:
    """Rings once a local day, at `since` or as soon after it as somebody works; no more after `until`."""

    task: str
    since: time
    until: time = time.max

    def rings(self, local: datetime) -> bool:
        return self.since <= local.time() < self.until


@dataclass(frozen=True, slots=True)
class Every:
    """Rings in each stretch of so many minutes, which must part an hour evenly."""

    task: str
    minutes: int

    def stretch(self, at: datetime) -> str:
        """The beginning of the stretch in which a moment lies, as a job's key."""
        return at.replace(minute=at.minute - at.minute % self.minutes, second=0, microsecond=0).isoformat()


@dataclass(frozen=True, slots=True)
class Lane:
    """Tasks that a worker does beside all others, so many at once."""

    name: str
    tasks: frozenset[str]
    hands: int = 1


@dataclass(frozen=True, slots=True)
class Timetable:
    """`tasks` leads from the name on a job to the function that does it.

    `apart` are the lanes of those that wait for other people's machines: a letter leaves in time while a mailbox with a
    long past comes in, and the morning's letters while a server is silent.
    """

    tasks: Mapping[str, Handler]
    daily: tuple[Daily, ...] = ()
    often: tuple[Every, ...] = ()
    apart: tuple[Lane, ...] = ()


class Bell:
    """Rings what is due; remembers what it has rung, so that a quiet minute costs no write."""

    def __init__(self, timetable: Timetable) -> None:
        self._timetable = timetable
        self._rung: set[tuple[uuid.UUID, str, str]] = set()

    def ring(self, at: datetime) -> int:
        """Asks for every job that is due by the clock and was not asked for yet; how many it asked for.

        Two bells at once ask for the same jobs, and the queue keeps one of each.
        """
        calls = set(self._calls(at))
        due = sorted(calls - self._rung)
        Job.objects.bulk_create([_job(call, at) for call in due], batch_size=500, ignore_conflicts=True)
        self._rung = calls  # what rings no more is forgotten
        return len(due)

    def _calls(self, at: datetime) -> Iterator[tuple[uuid.UUID, str, str]]:
        for workspace in Workspace.objects.only("id", "time_zone").iterator():
            local = clock.local(at, workspace.zone)
            for daily in self._timetable.daily:
                if daily.rings(local):
                    yield workspace.id, daily.task, local.date().isoformat()
            for every in self._timetable.often:
                yield workspace.id, every.task, every.stretch(at)


def _job(call: tuple[uuid.UUID, str, str], at: datetime) -> Job:
    workspace_id, task, moment = call
    return Job(
        id=uuid7(),
        workspace_id=workspace_id,
        task=task,
        idempotency_key=moment,
        arguments={"day": moment[:10]},
        run_after=at,
        enqueued_at=at,
    )
