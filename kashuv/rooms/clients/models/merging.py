"""A merging: two people who turned out to be one, with the reason, so that it can be undone."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.clients.models.person import Person
from kashuv.rooms.team.models import Member


class Merging(Belonging):
    """`moved` holds the keys of what went from `gone` to `kept`: {"addresses": [...], "client": key or null}."""

    kept = TiedKey(Person)
    gone = TiedKey(Person)
    because = models.JSONField(default=list)
    moved = models.JSONField(default=dict)
    by = TiedKey(Member, null=True)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "kashuv"
        indexes = [
            models.Index(fields=["workspace_id", "kept"], name="merging_by_kept"),
            models.Index(fields=["workspace_id", "gone"], name="merging_by_gone"),
        ]
