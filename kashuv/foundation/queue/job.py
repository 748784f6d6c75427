"""A piece of work to be done once, at or after a moment."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kashuv.foundation.belonging import Belonging


class Job(Belonging):
    """`task` names a function of the timetable; `arguments` are plain JSON; times are UTC.

    Of jobs of the same `turn` one is done at a time: what waits for one server waits with one hand. Empty means none.
    `fence` grows with each claim: a worker whose lease was taken over can no longer finish the job.
    """

    task = models.CharField(max_length=60)
    arguments = models.JSONField(default=dict)
    run_after = models.DateTimeField()
    enqueued_at = models.DateTimeField()
    idempotency_key = models.CharField(max_length=120)
    turn = models.CharField(max_length=60, default="", blank=True)
    leased_until = models.DateTimeField(null=True)
    fence = models.PositiveIntegerField(default=0)
    attempts = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    last_error = models.TextField(default="", blank=True)

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(
                fields=["workspace_id", "task", "idempotency_key"], name="job_is_asked_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["run_after"],
                name="job_due",
                condition=Q(finished_at__isnull=True, failed_at__isnull=True),
            ),
            models.Index(fields=["turn"], name="job_in_hand", condition=Q(leased_until__isnull=False)),
        ]
