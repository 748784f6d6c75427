"""A weighing: what the guard saw in a draft when its writer wanted to send it, and what the writer decided."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.team.models import Member


class Weighing(Belonging):
    """Of one version of the draft. `concerns` is [{"kind", "because", "instead", "start", "end", "words"}, …]."""

    class Decision(models.TextChoices):
        WENT = "went"
        MENDED = "mended"
        HELD = "held"

    draft = TiedKey(Draft)
    version = models.PositiveIntegerField()
    concerns = models.JSONField(default=list)
    advised_hold = models.BooleanField(default=False)
    at = models.DateTimeField()
    decision = models.CharField(max_length=6, choices=Decision, blank=True, default="")
    decided_by = TiedKey(Member, null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(fields=["workspace_id", "draft", "version"], name="weighing_of_version"),
        ]
