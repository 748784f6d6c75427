"""A presence: who has a draft open just now, so that two who write the same letter see each other."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.conversations.models.draft import Draft
from kashuv.rooms.team.models import Member


class Presence(Belonging):
    """`seen_at` is renewed while the page is open; one not renewed for a minute has gone."""

    draft = TiedKey(Draft)
    member = TiedKey(Member)
    seen_at = models.DateTimeField()

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(fields=["workspace_id", "draft", "member"], name="presence_once"),
        ]
