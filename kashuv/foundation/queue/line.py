"""The waiting line: enqueue, claim, hold, finish, fail."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Q

from kashuv.foundation.belonging import across_workspaces
from kashuv.foundation.queue.job import Job

LEASE = timedelta(minutes=2)
ATTEMPTS = 5


def enqueue(
    workspace_id: uuid.UUID,
    task: str,
    arguments: Mapping[str, Any],
    *,
    key: str,
    at: datetime,
    run_after: datetime | None = None,
) -> Job:
    """Asks for a job once: the same task and key give the row that already stands."""
    job, _ = Job.objects.get_or_create(
        workspace_id=workspace_id,
        task=task,
        idempotency_key=key,
        defaults={"arguments": dict(arguments), "run_after": run_after or at, "enqueued_at": at},
    )
    return job


def claim(at: datetime) -> Job | None:
    """The next job that is due, leased to the caller; None if nothing waits. Looks over all workspaces."""
    with transaction.atomic():
        with across_workspaces("a worker serves every workspace"):
            job = _next(at)
        if job is None:
            return None
        job.leased_until, job.fence, job.attempts = at + LEASE, job.fence + 1, job.attempts + 1
        job.save(update_fields=["leased_until", "fence", "attempts"])
        return job


def _next(at: datetime) -> Job | None:
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=at)
    waiting = Job.objects.filter(free, finished_at__isnull=True, failed_at__isnull=True, run_after__lte=at)
    if connection.features.has_select_for_update_skip_locked:
        waiting = waiting.select_for_update(skip_locked=True)
    return waiting.order_by("run_after", "id").first()


def hold(job: Job, at: datetime) -> bool:
    """Makes the lease longer; False says that another worker has taken the job over: stop."""
    return _held(job).update(leased_until=at + LEASE) == 1


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


def _held(job: Job) -> Any:
    return Job.objects.within(job.workspace_id).filter(pk=job.pk, fence=job.fence, finished_at__isnull=True)
