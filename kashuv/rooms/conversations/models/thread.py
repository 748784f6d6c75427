"""A thread: the entries of one matter, held together by what they answer."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.clients.models import Client


class Thread(Belonging):
    """`root` is the Message-ID at the head of the thread (or the chat's own mark), its name within the workspace."""

    client = TiedKey(Client, null=True)
    root = models.CharField(max_length=500)
    subject = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        app_label = "kashuv"
        constraints = [models.UniqueConstraint(fields=["workspace_id", "root"], name="thread_by_root")]
        indexes = [models.Index(fields=["workspace_id", "client"], name="thread_of_client")]
