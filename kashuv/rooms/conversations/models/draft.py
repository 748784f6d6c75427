"""A draft: what we are about to say, while it can still be said otherwise."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from kashuv.foundation.belonging import Belonging, BelongingQuerySet, TiedKey
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations.models.entry import Entry
from kashuv.rooms.post.models import Dispatch, Gateway, Mailbox
from kashuv.rooms.team.models import Member


class DraftQuerySet(BelongingQuerySet):
    """Questions about drafts."""

    def seen_by(self, member: Member) -> Self:
        """The gate: the drafts to clients whom she may see, and her own to strangers."""
        ours = self.within(member.workspace_id)
        if member.leads:
            return ours
        return ours.filter(
            Q(client__isnull=True, member_id=member.id)
            | Q(client__exclusive=False)
            | Q(client__owner_id=member.id)
        )

    def unsent(self) -> Self:
        """Those that still want something of us."""
        return self.filter(state__in=(Draft.State.WRITING, Draft.State.LEAVING))


class Draft(Belonging):
    """`member` is who writes; `answers` the entry that it answers. `to`, `cc`, `bcc` are [[name, address], …].

    `version` grows with each saving: a saving that began on an older one is refused, and both texts are kept. `nature` is
    what the law calls it: an advertisement needs consent. `vows` are what we take on by sending it: [{"words", "quote",
    "due", "taken"}]. `dispatch` is its latest way out. A draft of a machine's hand (`origin`) waits for a person.
    """

    class Kind(models.TextChoices):
        MAIL = "mail"
        SMS = "sms"
        WHATSAPP = "whatsapp"

    class State(models.TextChoices):
        WRITING = "writing"
        LEAVING = "leaving"
        SENT = "sent"
        DROPPED = "dropped"

    class Nature(models.TextChoices):
        PERSONAL = "personal"
        SERVICE = "service"
        ADVERTISEMENT = "advertisement"

    class Origin(models.TextChoices):
        HAND = "hand"
        PROPOSED = "proposed"
        API = "api"

    client = TiedKey(Client, null=True)
    person = TiedKey(Person, null=True)
    member = TiedKey(Member)
    mailbox = TiedKey(Mailbox, null=True)
    gateway = TiedKey(Gateway, null=True)
    answers = TiedKey(Entry, null=True)
    dispatch = TiedKey(Dispatch, null=True)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.MAIL)
    state = models.CharField(max_length=8, choices=State, default=State.WRITING)
    nature = models.CharField(max_length=13, choices=Nature, default=Nature.PERSONAL)
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.HAND)
    to = models.JSONField(default=list)
    cc = models.JSONField(default=list)
    bcc = models.JSONField(default=list)
    subject = models.CharField(max_length=500, blank=True, default="")
    text = models.TextField(blank=True, default="")
    signature = models.TextField(blank=True, default="")
    vows = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("writing", "leaving"), ended_at__isnull=True)
                | Q(state__in=("sent", "dropped"), ended_at__isnull=False),
                name="draft_ended_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["workspace_id", "state", "saved_at"], name="draft_by_state"),
            models.Index(fields=["workspace_id", "client", "state"], name="draft_of_client"),
            models.Index(fields=["workspace_id", "dispatch"], name="draft_of_dispatch"),
        ]
