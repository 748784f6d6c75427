"""A client: whoever we serve, a firm or a single human being."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from kashuv.foundation.belonging import Belonging, BelongingQuerySet, TiedKey
from kashuv.rooms.team.models import Member
from kashuv.rooms.team.models.workspace import LANGUAGES


class ClientQuerySet(BelongingQuerySet):
    """Questions about clients."""

    def seen_by(self, member: Member) -> Self:
        """The gate: leaders see all; a member sees all but the exclusive ties of others."""
        ours = self.within(member.workspace_id)
        return ours if member.leads else ours.filter(Q(exclusive=False) | Q(owner_id=member.id))

    def hidden_from(self, member: Member) -> Self:
        """Whom the gate keeps from her: few, so that their keys can be handed down to where lines are searched."""
        ours = self.within(member.workspace_id)
        return ours.none() if member.leads else ours.filter(exclusive=True).exclude(owner_id=member.id)

    def served(self) -> Self:
        """Clients of today, confirmed or still only proposed from the mail."""
        return self.filter(standing__in=(Client.Standing.PROPOSED, Client.Standing.CURRENT))

    def current(self) -> Self:
        return self.filter(standing=Client.Standing.CURRENT)

    def proposed(self) -> Self:
        return self.filter(standing=Client.Standing.PROPOSED)

    def owned_by(self, member: Member) -> Self:
        return self.filter(owner_id=member.id)


class Client(Belonging):
    """`folded` is the name as it compares (foundation.folding); `cadence_days` is what he asked for, if he did."""

    class Standing(models.TextChoices):
        PROPOSED = "proposed"
        CURRENT = "current"
        PARTED = "parted"
        DECLINED = "declined"

    class Frame(models.TextChoices):
        NATURAL = "natural"
        QUIET = "quiet"
        PRESSED = "pressed"
        DISPUTE = "dispute"
        DRAINING = "draining"
        DANGER = "danger"

    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200)
    owner = TiedKey(Member, null=True, db_index=False)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.CURRENT)
    because = models.JSONField(default=list, blank=True)
    frame = models.CharField(max_length=10, choices=Frame, default=Frame.NATURAL)
    since = models.DateField(null=True, blank=True)
    cadence_days = models.PositiveIntegerField(null=True, blank=True)
    exclusive = models.BooleanField(default=False)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="he")
    services = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField()
    origin = models.UUIDField(null=True, editable=False)

    objects = ClientQuerySet.as_manager()

    class Meta:
        app_label = "kashuv"
        indexes = [
            models.Index(fields=["workspace_id", "standing", "folded", "id"], name="client_by_name"),
            models.Index(fields=["workspace_id", "owner", "standing"], name="client_by_owner"),
            models.Index(
                fields=["workspace_id", "origin"], name="client_by_origin", condition=Q(origin__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name
