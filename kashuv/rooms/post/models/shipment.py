"""A shipment: one bringing-in of files, with how far it came, what it brought, and whether it was taken back."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.team.models import Member


class Shipment(Belonging):
    """`sources` are the names of the files; `cursor` says where to go on after a kill, in the importer's own terms.

    `counts` are those of the report: messages, new, duplicates, rejected, entries, people, clients, promises,
    attachments. `total` is the number of bytes to read (0 while unknown), `done` how many were read.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        MOVING = "moving"
        ARRIVED = "arrived"
        FAILED = "failed"
        RETURNING = "returning"
        TAKEN_BACK = "taken_back"

    by = TiedKey(Member, null=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    sources = models.JSONField(default=list)
    options = models.JSONField(default=dict)
    cursor = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    total = models.PositiveBigIntegerField(default=0)
    done = models.PositiveBigIntegerField(default=0)
    error = models.TextField(default="", blank=True)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "kashuv"
        indexes = [models.Index(fields=["workspace_id", "started_at"], name="shipment_by_time")]
