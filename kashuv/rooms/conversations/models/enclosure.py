"""An enclosure: a file that will go out with a draft."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.conversations.models.draft import Draft
from kashuv.rooms.post.models import Parcel


class Enclosure(Belonging):
    """`size` counts bytes."""

    draft = TiedKey(Draft)
    parcel = TiedKey(Parcel)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()

    class Meta:
        app_label = "kashuv"
        indexes = [models.Index(fields=["workspace_id", "draft"], name="enclosure_of_draft")]
