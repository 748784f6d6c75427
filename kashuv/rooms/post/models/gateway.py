"""A gateway: whoever carries our short messages (SMS, WhatsApp) to a phone, and theirs to us."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging


class Gateway(Belonging):
    """`secret` is sealed (foundation.sealing); `fingerprint` is that of the token in the address of its incoming hook."""

    class Channel(models.TextChoices):
        SMS = "sms"
        WHATSAPP = "whatsapp"

    channel = models.CharField(max_length=8, choices=Channel)
    provider = models.CharField(max_length=30)
    number = models.CharField(max_length=40)
    options = models.JSONField(default=dict)
    secret = models.BinaryField(default=b"")
    fingerprint = models.CharField(max_length=64)
    active = models.BooleanField(default=True)
    trouble = models.CharField(max_length=500, blank=True, default="")
    made_at = models.DateTimeField()

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(fields=["workspace_id", "channel", "number"], name="gateway_by_number"),
            models.UniqueConstraint(fields=["workspace_id", "fingerprint"], name="gateway_by_fingerprint"),
        ]
