"""A manner: one thing about how a client wishes to be treated."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.clients.models.client import Client
from kashuv.rooms.clients.models.person import Person


class Manner(Belonging):
    """Stated by hand or by the client himself; what is observed from the timeline is computed, not kept here."""

    class Kind(models.TextChoices):
        CHANNEL = "channel"
        HOURS = "hours"
        RHYTHM = "rhythm"
        TONE = "tone"
        AVOID = "avoid"
        OTHER = "other"

    client = TiedKey(Client)
    person = TiedKey(Person, null=True, blank=True)
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        app_label = "kashuv"
        indexes = [models.Index(fields=["workspace_id", "client"], name="manner_of_client")]
