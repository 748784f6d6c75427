"""A pulse: where a client stands, felt on every write so that no page has to count."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations.models import Entry


class Pulse(Belonging):
    """One row for each client. Times UTC; `rhythm_days` is the median gap between days of contact, his own.

    `waiting_since` and `waiting_entry`: his first words that still have no answer of ours. `answer_hours` is our
    usual time to answer him. `uneasy_at` is the moment from which his silence no longer fits his rhythm (null:
    never); `strength` 0 to 1 says how well founded the tie is (one exchange is not strong).
    """

    client = TiedKey(Client)
    first_at = models.DateTimeField(null=True)
    last_at = models.DateTimeField(null=True)
    last_in_at = models.DateTimeField(null=True)
    last_out_at = models.DateTimeField(null=True)
    last_entry = TiedKey(Entry, null=True)
    entries = models.PositiveIntegerField(default=0)
    exchanges = models.PositiveIntegerField(default=0)
    contact_days = models.PositiveIntegerField(default=0)
    rhythm_days = models.FloatField(null=True)
    answer_hours = models.FloatField(null=True)
    waiting_since = models.DateTimeField(null=True)
    waiting_entry = TiedKey(Entry, null=True)
    uneasy_at = models.DateTimeField(null=True)
    strength = models.FloatField(default=0)

    class Meta:
        app_label = "kashuv"
        constraints = [models.UniqueConstraint(fields=["workspace_id", "client"], name="pulse_of_client")]
        indexes = [
            models.Index(
                fields=["workspace_id", "waiting_since"],
                name="pulse_waiting",
                condition=Q(waiting_since__isnull=False),
            ),
            models.Index(
                fields=["workspace_id", "uneasy_at"],
                name="pulse_uneasy",
                condition=Q(uneasy_at__isnull=False),
            ),
            models.Index(fields=["workspace_id", "last_at"], name="pulse_by_last"),
            models.Index(
                fields=["workspace_id", "last_at"], name="pulse_strong", condition=Q(strength__gte=0.5)
            ),
        ]
