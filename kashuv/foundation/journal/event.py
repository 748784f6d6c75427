"""One thing that happened in a workspace."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging


class Event(Belonging):
    """A verb that was done to a noun: "promise.kept" by a member at a moment (UTC)."""

    at = models.DateTimeField()
    verb = models.CharField(max_length=40)
    noun_id = models.UUIDField()
    client_id = models.UUIDField(null=True)
    member_id = models.UUIDField(null=True)
    detail = models.JSONField(default=dict)

    class Meta:
        app_label = "kashuv"
        indexes = [
            models.Index(fields=["workspace_id", "noun_id", "at"], name="event_of_noun"),
            models.Index(fields=["workspace_id", "client_id", "at"], name="event_of_client"),
        ]
