"""A member: one of us in one workspace, in a role."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from kashuv.foundation.belonging import Belonging, BelongingQuerySet
from kashuv.rooms.team.models.workspace import LANGUAGES, Workspace


class Member(Belonging):
    """`workspace` is joined by its key; `hears_mornings` is her wish for the morning letter."""

    class Role(models.TextChoices):
        OWNER = "owner"
        MANAGER = "manager"
        MEMBER = "member"

    workspace = models.ForeignKey(Workspace, on_delete=models.DO_NOTHING, related_name="+", db_index=False)
    workspace_id = None  # type: ignore[assignment]  # the wall itself: here the key is a real one
    login = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.DO_NOTHING, related_name="+", null=True
    )
    name = models.CharField(max_length=120)
    email = models.EmailField()
    role = models.CharField(max_length=10, choices=Role, default=Role.MEMBER)
    language = models.CharField(max_length=2, choices=LANGUAGES, default="he")
    hears_mornings = models.BooleanField(default=False)
    active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    objects = BelongingQuerySet.as_manager()

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(fields=["workspace", "email"], name="member_once_in_a_workspace"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def leads(self) -> bool:
        """Owners and managers see every client; a member sees all but other members' exclusive ties."""
        return self.role in (self.Role.OWNER, self.Role.MANAGER)
