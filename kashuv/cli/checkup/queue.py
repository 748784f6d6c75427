"""Looks at the queue: whether somebody works, and what was given up."""

from __future__ import annotations

from datetime import datetime, timedelta

from kashuv.cli.checkup.finding import Finding
from kashuv.cli.counting import counted
from kashuv.foundation.belonging import across_workspaces
from kashuv.foundation.queue.job import Job

PATIENCE = timedelta(minutes=10)


def look(at: datetime) -> Finding:
    """A job that is due for ten minutes means that nobody works."""
    with across_workspaces("the doctor looks at the whole house"):
        failed = Job.objects.filter(failed_at__isnull=False).order_by("-failed_at")
        last, given_up = failed.first(), failed.count()
        waiting = Job.objects.filter(finished_at__isnull=True, failed_at__isnull=True, run_after__lte=at)
        oldest, due = waiting.order_by("run_after").first(), waiting.count()
    if oldest is not None and oldest.run_after < at - PATIENCE:
        found = f"{counted(due, 'job is', 'jobs are')} due, the oldest since {oldest.run_after:%Y-%m-%d %H:%M} UTC"
        return Finding("queue", "wrong", found, "start kashuv serve, or kashuv work beside it")
    if last is not None:
        found = (
            f"{counted(given_up, 'job was', 'jobs were')} given up, the last {last.task}: {last.last_error}"
        )
        return Finding("queue", "wrong", found, "mend the cause; the next day's job tries anew")
    return Finding("queue", "good", f"{counted(due, 'job is', 'jobs are')} due")
