"""A move: a promise got a new date; the old one is not forgotten."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.promises.models.promise import Promise
from kashuv.rooms.team.models import Member


class Move(Belonging):
    """`told` says whether the other side heard of the new date before the old one had passed."""

    promise = TiedKey(Promise)
    at = models.DateTimeField()
    due_before = models.DateTimeField(null=True)
    due_after = models.DateTimeField()
    reason = models.CharField(max_length=300, blank=True, default="")
    told = models.BooleanField(default=False)
    by = TiedKey(Member, null=True)

    class Meta:
        app_label = "kashuv"
        indexes = [models.Index(fields=["workspace_id", "promise", "at"], name="move_of_promise")]
