"""An attachment: a file that came with an entry. A mail's files stay inside the raw letter and are taken out when asked for."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.conversations.models.entry import Entry
from kashuv.rooms.post.models import Parcel


class Attachment(Belonging):
    """`part` is the path inside the entry's letter ("1.2"); a file from a chat has a parcel of its own instead."""

    entry = TiedKey(Entry)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    part = models.CharField(max_length=60, blank=True, default="")
    parcel = TiedKey(Parcel, null=True)

    class Meta:
        app_label = "kashuv"
        indexes = [models.Index(fields=["workspace_id", "entry"], name="attachment_of_entry")]
