"""A promise: a word given, with the sentence it comes from."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q

from kashuv.foundation.belonging import Belonging, BelongingQuerySet, TiedKey
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.team.models import Member

ASKED_ABOUT = timedelta(days=60)  # a proposal of before waits until somebody looks for it,
LATELY_DUE = timedelta(days=21)  # unless its day is to come, or passed no longer ago than this


def asked_about(given_since: datetime, due_since: datetime) -> Q:
    """Which proposals a person is asked about: those of late, and whatever falls due, however long ago it was read."""
    return Q(given_at__gte=given_since) | Q(due_at__gte=due_since)


def of_long_ago(given_since: datetime, due_since: datetime) -> Q:
    """The other proposals; with no day named, a question of NOT would leave them out."""
    return Q(given_at__lt=given_since) & (Q(due_at__isnull=True) | Q(due_at__lt=due_since))


class PromiseQuerySet(BelongingQuerySet):
    """Questions about promises."""

    def seen_by(self, member: Member) -> Self:
        """The gate: the promises of clients whom she may see."""
        ours = self.within(member.workspace_id)
        if member.leads:
            return ours
        return ours.filter(Q(client__exclusive=False) | Q(client__owner_id=member.id))

    def of(self, client: Client) -> Self:
        return self.filter(workspace_id=client.workspace_id, client_id=client.id)

    def ours(self) -> Self:
        return self.filter(side=Promise.Side.OURS)

    def theirs(self) -> Self:
        return self.filter(side=Promise.Side.THEIRS)

    def proposed(self) -> Self:
        return self.filter(state=Promise.State.PROPOSED)

    def open(self) -> Self:
        return self.filter(state=Promise.State.OPEN)

    def due_by(self, moment: datetime) -> Self:
        return self.filter(due_at__lte=moment)


class Promise(Belonging):
    """`words` say what was promised, `quote` is the sentence itself; times are UTC.

    `identity` makes noting twice the same as once: entry and words, or the key of the hand that wrote it.
    """

    class Side(models.TextChoices):
        OURS = "ours"
        THEIRS = "theirs"

    class State(models.TextChoices):
        PROPOSED = "proposed"
        OPEN = "open"
        KEPT = "kept"
        RELEASED = "released"
        DISMISSED = "dismissed"

    client = TiedKey(Client)
    person = TiedKey(Person, null=True)
    member = TiedKey(Member, null=True)
    entry = TiedKey(Entry, null=True)
    side = models.CharField(max_length=6, choices=Side)
    words = models.CharField(max_length=500)
    quote = models.TextField(blank=True, default="")
    identity = models.CharField(max_length=100)
    state = models.CharField(max_length=10, choices=State)
    certainty = models.FloatField(default=1)
    given_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    first_due_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    shipment_id = models.UUIDField(null=True, editable=False)

    objects = PromiseQuerySet.as_manager()

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(fields=["workspace_id", "identity"], name="promise_once"),
            models.CheckConstraint(
                condition=Q(state__in=("proposed", "open"), ended_at__isnull=True)
                | Q(state__in=("kept", "released", "dismissed"), ended_at__isnull=False),
                name="promise_ended_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["workspace_id", "state", "side", "due_at"], name="promise_by_due"),
            models.Index(fields=["workspace_id", "client", "state", "due_at"], name="promise_of_client"),
            models.Index(fields=["workspace_id", "entry"], name="promise_of_entry"),
        ]

    @property
    def on_time(self) -> bool:
        """Kept, and not later than the date that stood when it was kept."""
        if self.state != self.State.KEPT or self.ended_at is None:
            return False
        return self.due_at is None or self.ended_at <= self.due_at
