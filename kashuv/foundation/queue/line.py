"""The waiting line: enqueue, claim, hold, finish, fail."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Q

from kashuv.foundation.belonging import across_workspaces
from kashuv.foundation.queue.job import Job

LEASE = timedelta(minutes=2)
ATTEMPTS = 5
CLAIMING = 0x4B_41_53_48  # the name of the lock under which jobs are taken; any number that nobody else uses
_in_hand: ContextVar[Job | None] = ContextVar("in_hand", default=None)


def enqueue(
    workspace_id: uuid.UUID,
    task: str,
    arguments: Mapping[str, Any],
    *,
    key: str,
    at: datetime,
    run_after: datetime | None = None,
    turn: str = "",
) -> Job:
    """Asks for a job once: the same task and key give the row that already stands. See Job for its `turn`."""
    job, _ = Job.objects.get_or_create(
        workspace_id=workspace_id,
        task=task,
        idempotency_key=key,
        defaults={
            "arguments": dict(arguments),
            "run_after": run_after or at,
            "enqueued_at": at,
            "turn": turn,
        },
    )
    return job


def claim(at: datetime, *, only: Collection[str] = (), but: Collection[str] = ()) -> Job | None:
    """The next job that is due, leased to the caller; None if nothing waits. Looks over all workspaces.

    `only` and `but` name tasks: of those alone, or of all others.
    """
    with transaction.atomic():
        _one_by_one()
        with across_workspaces("a worker serves every workspace"):
            job = _next(at, only, but)
        if job is None:
            return None
        job.leased_until, job.fence, job.attempts = at + LEASE, job.fence + 1, job.attempts + 1
        job.save(update_fields=["leased_until", "fence", "attempts"])
        return job


def _one_by_one() -> None:
    """Who asks at the same time waits a moment, else two could take the same turn; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CLAIMING])


def _next(at: datetime, only: Collection[str], but: Collection[str]) -> Job | None:
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=at)
    waiting = Job.objects.filter(free, finished_at__isnull=True, failed_at__isnull=True, run_after__lte=at)
    if only:
        waiting = waiting.filter(task__in=only)
    if but:
        waiting = waiting.exclude(task__in=but)
    in_hand = Job.objects.filter(leased_until__gte=at).exclude(turn="")
    waiting = waiting.exclude(turn__in=in_hand.values("turn"))
    if connection.features.has_select_for_update_skip_locked:
        waiting = waiting.select_for_update(skip_locked=True)
    return waiting.order_by("run_after", "id").first()


def hold(job: Job, at: datetime) -> bool:
    """Makes the lease longer; False says that another worker has taken the job over: stop."""
    return _held(job).update(leased_until=at + LEASE) == 1


@contextmanager
def in_hand(job: Job) -> Iterator[None]:
    """While a worker does this job."""
    mark = _in_hand.set(job)
    try:
        yield
    finally:
        _in_hand.reset(mark)


def still_ours(at: datetime) -> bool:
    """Whether the job in hand may go on to what can't be undone; where no worker runs, there is none to lose it to."""
    job = _in_hand.get()
    return job is None or hold(job, at)


def finish(job: Job, at: datetime) -> bool:
    """Marks the job as done, unless the lease was lost meanwhile (then False)."""
    return _held(job).update(finished_at=at, leased_until=None) == 1


def fail(job: Job, error: str, at: datetime) -> None:
    """Puts the job back with a growing pause, or gives up after some attempts and says so."""
    spent = job.attempts >= ATTEMPTS
    pause = timedelta(seconds=15 * 4**job.attempts)
    _held(job).update(
        leased_until=None,
        last_error=error[:2000],
        failed_at=at if spent else None,
        run_after=at + pause,
    )


def revive(workspace_id: uuid.UUID, task: str, key: str, *, at: datetime) -> bool:
    """Asks once more for a job that was given up, or done in vain; one that still waits or runs is left alone."""
    ended = Q(finished_at__isnull=False) | Q(failed_at__isnull=False)
    same = Job.objects.within(workspace_id).filter(ended, task=task, idempotency_key=key)
    return same.update(finished_at=None, failed_at=None, attempts=0, run_after=at) == 1


def _held(job: Job) -> Any:
    return Job.objects.within(job.workspace_id).filter(pk=job.pk, fence=job.fence, finished_at__isnull=True)
