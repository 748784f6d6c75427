"""A workspace: one firm with its language, its zone and its working day."""

from __future__ import annotations

from datetime import time
from zoneinfo import ZoneInfo

from django.db import models

from kashuv.foundation.keys import uuid7

LANGUAGES = [("he", "עברית"), ("en", "English")]


class Workspace(models.Model):
    """The wall around everything. Times of day are local to `time_zone`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="he")
    time_zone = models.CharField(max_length=60, default="Asia/Jerusalem")
    day_starts = models.TimeField(default=time(9, 0))
    day_ends = models.TimeField(default=time(18, 0))
    created_at = models.DateTimeField()

    class Meta:
        app_label = "kashuv"

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)
