"""A hold: a draft that waits for a cooler hour, and how the waiting ended."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.team.models import Member


class Hold(Belonging):
    """`because` are the reasons, as the guard gave them; `by` is who chose to wait. One stands for a draft at a time.

    A hold that ends by OVERRIDE was sent before its time by one key; that is recorded, never forbidden.
    """

    class End(models.TextChoices):
        SENT = "sent"
        OVERRIDE = "override"
        MENDED = "mended"
        DROPPED = "dropped"

    draft = TiedKey(Draft)
    by = TiedKey(Member)
    because = models.JSONField(default=list)
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    ended = models.CharField(max_length=8, choices=End, blank=True, default="")
    ended_at = models.DateTimeField(null=True)
    ended_by = TiedKey(Member, null=True)

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(
                fields=["workspace_id", "draft"], condition=Q(ended_at__isnull=True), name="hold_one_stands"
            ),
        ]
        indexes = [
            models.Index(
                fields=["workspace_id", "until"], name="hold_by_until", condition=Q(ended_at__isnull=True)
            ),
        ]
