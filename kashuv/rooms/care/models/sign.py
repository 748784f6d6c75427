"""A sign: a warning that a relationship needs care, with the words or numbers it rests on."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.team.models import Member


class Sign(Belonging):
    """Raised from an entry (a tone); open until a person says that it was seen to."""

    class Kind(models.TextChoices):
        ANGER = "anger"
        UPSET = "upset"
        INSULT = "insult"
        BLAME = "blame"
        WORRY = "worry"
        SARCASM = "sarcasm"
        INDIFFERENCE = "indifference"

    client = TiedKey(Client)
    entry = TiedKey(Entry)
    kind = models.CharField(max_length=12, choices=Kind)
    words = models.TextField()
    certainty = models.FloatField()
    at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = TiedKey(Member, null=True)

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(fields=["workspace_id", "entry", "kind"], name="sign_once_an_entry")
        ]
        indexes = [
            models.Index(
                fields=["workspace_id", "-at"], name="sign_open", condition=Q(closed_at__isnull=True)
            ),
            models.Index(fields=["workspace_id", "client", "-at"], name="sign_of_client"),
        ]
