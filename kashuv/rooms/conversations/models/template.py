"""A template: a letter that is written often, with places for what differs."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.team.models import Member


class Template(Belonging):
    """A place is a name in braces ({name}, {client}, {day}); `member` is whose it is, none means everybody's.

    `by` is who wrote it.
    """

    member = TiedKey(Member, null=True)
    by = TiedKey(Member, null=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, default="he")
    subject = models.CharField(max_length=500, blank=True, default="")
    text = models.TextField(max_length=20_000)
    made_at = models.DateTimeField()

    class Meta:
        app_label = "kashuv"
        indexes = [models.Index(fields=["workspace_id", "name"], name="template_by_name")]

    def is_changed_by(self, member: Member) -> bool:
        """Her own; everybody's, if she wrote it or leads."""
        if self.member_id is not None:
            return self.member_id == member.id
        return member.leads or self.by_id == member.id
