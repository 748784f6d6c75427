"""An opinion: what a second person says of a draft, asked for with one key."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from kashuv.foundation.belonging import Belonging, BelongingQuerySet, TiedKey
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.team.models import Member


class OpinionQuerySet(BelongingQuerySet):
    """Questions about opinions."""

    def asked_of(self, member: Member) -> Self:
        """The gate: what she is asked, but not about a client whom she may not see any more."""
        hers = self.within(member.workspace_id).filter(of_id=member.id, withdrawn_at__isnull=True)
        if member.leads:
            return hers
        return hers.filter(
            Q(draft__client__isnull=True)
            | Q(draft__client__exclusive=False)
            | Q(draft__client__owner_id=member.id)
        )


class Opinion(Belonging):
    """Asked of a teammate (`of`), or of somebody outside by a signed link (`name`, `fingerprint`, until `expires_at`).

    It is said of the words as they stood (`text`, a version of the draft); `marks` are [{"start", "end", "words",
    "said"}, …] within them.
    """

    class Answer(models.TextChoices):
        GO = "go"
        SOFTEN = "soften"
        WAIT = "wait"

    draft = TiedKey(Draft)
    version = models.PositiveIntegerField()
    subject = models.CharField(max_length=500, blank=True, default="")
    text = models.TextField()
    asked_by = TiedKey(Member)
    of = TiedKey(Member, null=True)
    name = models.CharField(max_length=120, blank=True, default="")
    fingerprint = models.CharField(max_length=64, blank=True, default="")
    question = models.CharField(max_length=500, blank=True, default="")
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=6, choices=Answer, blank=True, default="")
    words = models.TextField(blank=True, default="", max_length=5000)
    marks = models.JSONField(default=list)
    answered_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = OpinionQuerySet.as_manager()

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(
                fields=["workspace_id", "fingerprint"],
                condition=~Q(fingerprint=""),
                name="opinion_by_fingerprint",
            ),
            models.CheckConstraint(
                condition=Q(of__isnull=False, fingerprint="") | (Q(of__isnull=True) & ~Q(fingerprint="")),
                name="opinion_of_one",
            ),
        ]
        indexes = [
            models.Index(fields=["workspace_id", "draft"], name="opinion_of_draft"),
            models.Index(
                fields=["workspace_id", "of"], name="opinion_asked", condition=Q(answered_at__isnull=True)
            ),
        ]
