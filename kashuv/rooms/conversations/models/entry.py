"""An entry: one thing that was said, by whatever channel."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from kashuv.foundation.belonging import Belonging, BelongingQuerySet, TiedKey
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations.models.thread import Thread
from kashuv.rooms.post.models import Letter, Shipment
from kashuv.rooms.team.models import Member


class EntryQuerySet(BelongingQuerySet):
    """Questions about the timeline."""

    def seen_by(self, member: Member) -> Self:
        """The gate: the entries of clients whom she may see, and of strangers."""
        ours = self.within(member.workspace_id)
        if member.leads:
            return ours
        return ours.filter(
            Q(client__isnull=True) | Q(client__exclusive=False) | Q(client__owner_id=member.id)
        )

    def of(self, client: Client) -> Self:
        return self.filter(workspace_id=client.workspace_id, client_id=client.id)

    def newest_first(self) -> Self:
        return self.order_by("-at", "-id")


class Entry(Belonging):
    """`text` is the writer's own words, `echo` what was quoted below them, `signature` the rest.

    `at` is UTC. `person` is the one on the other side; `member` the one on ours. `tone` is the strongest
    warning tone of the words with its certainty 0 to 1. `asks` says that the words want an answer.
    `identity` is unique within the workspace: the same thing told twice is one entry.
    """

    class Kind(models.TextChoices):
        MAIL = "mail"
        CALL = "call"
        MEETING = "meeting"
        SMS = "sms"
        WHATSAPP = "whatsapp"
        MEMO = "memo"

    class Direction(models.TextChoices):
        IN = "in"
        OUT = "out"

    client = TiedKey(Client, null=True)
    person = TiedKey(Person, null=True)
    member = TiedKey(Member, null=True)
    thread = TiedKey(Thread, null=True)
    letter = TiedKey(Letter, null=True)
    shipment = TiedKey(Shipment, null=True)
    identity = models.CharField(max_length=100)
    kind = models.CharField(max_length=10, choices=Kind)
    direction = models.CharField(max_length=3, choices=Direction)
    at = models.DateTimeField()
    subject = models.CharField(max_length=500, blank=True, default="")
    text = models.TextField(blank=True, default="")
    echo = models.TextField(blank=True, default="")
    signature = models.TextField(blank=True, default="")
    html = models.BooleanField(default=False)
    tongue = models.CharField(max_length=5, default="other")
    tone = models.CharField(max_length=12, blank=True, default="")
    tone_certainty = models.FloatField(default=0)
    asks = models.BooleanField(default=False)
    attachment_count = models.PositiveSmallIntegerField(default=0)
    reading_version = models.PositiveSmallIntegerField(default=0)

    objects = EntryQuerySet.as_manager()

    class Meta:
        app_label = "kashuv"
        constraints = [models.UniqueConstraint(fields=["workspace_id", "identity"], name="entry_once")]
        indexes = [
            models.Index(fields=["workspace_id", "client", "-at", "-id"], name="entry_of_client"),
            models.Index(fields=["workspace_id", "person", "-at"], name="entry_of_person"),
            models.Index(fields=["workspace_id", "thread", "at"], name="entry_of_thread"),
            models.Index(fields=["workspace_id", "letter"], name="entry_of_letter"),
            models.Index(fields=["workspace_id", "shipment"], name="entry_of_shipment"),
        ]
