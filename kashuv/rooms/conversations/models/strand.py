"""A strand: a name under which a thread is known, so that letters find their thread in whatever order they come."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.conversations.models.thread import Thread


class Strand(Belonging):
    """`mark` is a Message-ID that a letter of the thread has or answers, or subject and person together.

    `at` is the time of the latest letter under that mark; it bounds how far a bare subject may reach.
    """

    thread = TiedKey(Thread)
    mark = models.CharField(max_length=500)
    at = models.DateTimeField()

    class Meta:
        app_label = "kashuv"
        constraints = [models.UniqueConstraint(fields=["workspace_id", "mark"], name="strand_by_mark")]
        indexes = [models.Index(fields=["workspace_id", "thread"], name="strand_of_thread")]
