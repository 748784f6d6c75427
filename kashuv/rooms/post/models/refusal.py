"""A refusal: one thing that could not be taken, where it stood, and why; nothing is dropped in silence."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.post.models.parcel import Parcel
from kashuv.rooms.post.models.shipment import Shipment


class Refusal(Belonging):
    """`source` is file and place in it ("inbox.mbox, letter 12"); the raw bytes are kept where they fit."""

    shipment = TiedKey(Shipment)
    source = models.CharField(max_length=500)
    reason = models.CharField(max_length=500)
    parcel = TiedKey(Parcel, null=True)
    digest = models.BinaryField(max_length=32)

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(fields=["workspace_id", "shipment", "digest"], name="refusal_once"),
        ]
