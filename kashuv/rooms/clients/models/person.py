"""A person: a human being (or a machine that writes) on the other side."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from kashuv.foundation.belonging import Belonging, BelongingQuerySet, TiedKey
from kashuv.rooms.clients.models.client import Client
from kashuv.rooms.team.models import Member


class PersonQuerySet(BelongingQuerySet):
    """Questions about people."""

    def seen_by(self, member: Member) -> Self:
        """The gate: whoever may not see the client does not see his people."""
        ours = self.within(member.workspace_id)
        if member.leads:
            return ours
        return ours.filter(
            Q(client__isnull=True) | Q(client__exclusive=False) | Q(client__owner_id=member.id)
        )

    def of(self, client: Client) -> Self:
        return self.filter(workspace_id=client.workspace_id, client_id=client.id)

    def strangers(self) -> Self:
        """People who belong to no client and are no noise."""
        return self.filter(client__isnull=True, nature=Person.Nature.HUMAN)


class Person(Belonging):
    """`nature` tells a human being from newsletters, machines, and ourselves; `form` is how he is addressed.

    `organisation` is where an address book or a table says that he works; which client he belongs to is `client`.
    """

    class Nature(models.TextChoices):
        HUMAN = "human"
        NEWSLETTER = "newsletter"
        AUTOMATIC = "automatic"
        OURSELVES = "ourselves"

    class Form(models.TextChoices):
        HIM = "him"
        HER = "her"
        THEM = "them"
        UNKNOWN = "unknown"

    client = TiedKey(Client, null=True)
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200)
    role = models.CharField(max_length=120, blank=True, default="")
    organisation = models.CharField(max_length=200, blank=True, default="")
    nature = models.CharField(max_length=12, choices=Nature, default=Nature.HUMAN)
    form = models.CharField(max_length=8, choices=Form, default=Form.UNKNOWN)
    decides = models.BooleanField(default=False)
    hears_first = models.BooleanField(default=False)
    contact_allowed = models.BooleanField(default=True)
    merged_into = TiedKey("self", null=True)
    created_at = models.DateTimeField()
    origin = models.UUIDField(null=True, editable=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        app_label = "kashuv"
        indexes = [
            models.Index(fields=["workspace_id", "client", "id"], name="person_of_client"),
            models.Index(fields=["workspace_id", "folded"], name="person_by_name"),
            models.Index(
                fields=["workspace_id", "origin"], name="person_by_origin", condition=Q(origin__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name
