"""A letter: one mail as it came, identified by its content together with its Message-ID."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.post.models.parcel import Parcel
from kashuv.rooms.post.models.shipment import Shipment


class Letter(Belonging):
    """`identity` is a hash of Message-ID, sender, date and body, so that a second delivery (with other
    Received lines) is the same letter; two letters under one Message-ID with other words are two.

    `envelope` holds subject, from, to, cc as [[name, address], …]; `references` the Message-IDs it answers. What one of us
    passed on, and what also came by itself (`same_as`), is told there and has no entry of its own.
    """

    class Nature(models.TextChoices):
        PERSON = "person"
        NEWSLETTER = "newsletter"
        AUTOMATIC = "automatic"
        BOUNCE = "bounce"

    identity = models.BinaryField(max_length=32)
    message_id = models.CharField(max_length=500, blank=True, default="")
    references = models.JSONField(default=list)
    envelope = models.JSONField(default=dict)
    nature = models.CharField(max_length=10, choices=Nature, default=Nature.PERSON)
    sent_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField()
    parcel = TiedKey(Parcel)
    shipment = TiedKey(Shipment, null=True)
    same_as = TiedKey("self", null=True)

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(fields=["workspace_id", "identity"], name="letter_once"),
        ]
        indexes = [
            models.Index(fields=["workspace_id", "message_id"], name="letter_by_message_id"),
            models.Index(fields=["workspace_id", "shipment"], name="letter_of_shipment"),
            models.Index(fields=["workspace_id", "parcel"], name="letter_of_parcel"),
            models.Index(
                fields=["workspace_id", "same_as"],
                name="letter_tied",
                condition=models.Q(same_as__isnull=False),
            ),
        ]
