"""A detail: a free sentence worth remembering about a client, factual, dated, as if he will read it."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.clients.models.client import Client
from kashuv.rooms.clients.models.person import Person


class Detail(Belonging):
    """What can be read out of `words` stands beside it: a key date, or `leave_alone` until a day (UTC).

    What an address book tells of a stranger has a person and, until he belongs to one, no client.
    """

    client = TiedKey(Client, null=True)
    person = TiedKey(Person, null=True, blank=True)
    words = models.TextField(max_length=2000)
    source = models.CharField(max_length=120, blank=True, default="")
    leave_alone = models.BooleanField(default=False)
    leave_alone_until = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField()

    class Meta:
        app_label = "kashuv"
        indexes = [models.Index(fields=["workspace_id", "client", "at"], name="detail_of_client")]
