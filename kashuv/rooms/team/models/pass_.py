"""A pass: a secret link that opens one thing for its holder without signing in, until it is revoked."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.team.models.member import Member


class Pass(Belonging):
    """Kept only as the hash of its secret (see foundation.secrets); the link carries the workspace's key beside it."""

    class Opens(models.TextChoices):
        CALENDAR = "calendar"

    member = TiedKey(Member)
    opens = models.CharField(max_length=20, choices=Opens)
    fingerprint = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(fields=["workspace_id", "fingerprint"], name="pass_by_fingerprint"),
        ]
