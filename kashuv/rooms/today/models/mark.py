"""A mark: what a member said of an item of her plan."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.clients.models import Client
from kashuv.rooms.team.models import Member


class Mark(Belonging):
    """`item` names the item and its evidence ("waiting:<entry>"), so that new evidence brings it back.

    `until` is the end of "later" (UTC); a mark without it holds for as long as the evidence is the same.
    """

    class Word(models.TextChoices):
        DONE = "done"
        LATER = "later"
        NOT_NEEDED = "not_needed"

    member = TiedKey(Member)
    client = TiedKey(Client)
    item = models.CharField(max_length=100)
    word = models.CharField(max_length=10, choices=Word)
    until = models.DateTimeField(null=True)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "kashuv"
        indexes = [models.Index(fields=["workspace_id", "item", "at"], name="mark_of_item")]
