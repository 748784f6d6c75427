"""A parcel: bytes that are kept once, known by their content; in the database, so that one backup holds all."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging


class Parcel(Belonging):
    """`digest` is SHA-256 of the plain bytes, `size` their count; `packed` is zlib of them."""

    digest = models.BinaryField(max_length=32)
    size = models.PositiveBigIntegerField()
    packed = models.BinaryField()

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(fields=["workspace_id", "digest"], name="parcel_once"),
        ]
