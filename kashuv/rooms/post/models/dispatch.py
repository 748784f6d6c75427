"""A dispatch: one message of ours on its way out, and what is known of its fate."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from kashuv.foundation.belonging import Belonging, BelongingQuerySet, TiedKey
from kashuv.rooms.post.models.gateway import Gateway
from kashuv.rooms.post.models.letter import Letter
from kashuv.rooms.post.models.mailbox import Mailbox
from kashuv.rooms.post.models.parcel import Parcel
from kashuv.rooms.team.models import Member


class DispatchQuerySet(BelongingQuerySet):
    """Questions about what is on its way."""

    def unended(self) -> Self:
        return self.filter(state__in=(Dispatch.State.WAITING, Dispatch.State.LEAVING))

    def troubled(self) -> Self:
        """What a person must look at: failed, unknown, refused for somebody, come back; until she has seen to it."""
        return self.filter(troubled_at__isnull=False, seen_to_at__isnull=True)


class Dispatch(Belonging):
    """The states: waiting (may still be withdrawn) → leaving → sent | failed | unknown; or withdrawn.

    Only one worker can turn WAITING into LEAVING, which is written before the first byte of the body goes out. Whoever
    finds it after a crash can't know whether the message arrived, so it becomes UNKNOWN with its `evidence`, and only a
    person sends it again. `parcel` holds the very bytes that go out, `message_id` their name. `evidence` is a list of
    {"at", "step", "said"}. `source` is what is sent (a draft's key) and `number` the count of its dispatches, so that
    sending again is a row of its own. `refused` are the recipients whom the server did not take while it took others,
    [[address, what it said], …]; `bounced` is what a bounce said, `replied` what an automatic answer said. Whatever of
    this a person must look at sets `troubled_at`, and her look `seen_to_at`.
    """

    class Channel(models.TextChoices):
        MAIL = "mail"
        SMS = "sms"
        WHATSAPP = "whatsapp"

    class State(models.TextChoices):
        WAITING = "waiting"
        LEAVING = "leaving"
        SENT = "sent"
        FAILED = "failed"
        UNKNOWN = "unknown"
        WITHDRAWN = "withdrawn"

    by = TiedKey(Member)
    channel = models.CharField(max_length=8, choices=Channel)
    mailbox = TiedKey(Mailbox, null=True)
    gateway = TiedKey(Gateway, null=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    source = models.UUIDField(editable=False)
    number = models.PositiveSmallIntegerField(default=1)
    message_id = models.CharField(max_length=500, blank=True, default="")
    sender = models.CharField(max_length=320)
    recipients = models.JSONField(default=list)
    parcel = TiedKey(Parcel)
    leave_at = models.DateTimeField()
    made_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    evidence = models.JSONField(default=list)
    ended_at = models.DateTimeField(null=True)
    filed_at = models.DateTimeField(null=True)
    letter = TiedKey(Letter, null=True)
    refused = models.JSONField(default=list)
    bounced = models.CharField(max_length=500, blank=True, default="")
    bounced_at = models.DateTimeField(null=True)
    replied = models.CharField(max_length=500, blank=True, default="")
    replied_at = models.DateTimeField(null=True)
    troubled_at = models.DateTimeField(null=True)
    seen_to_at = models.DateTimeField(null=True)

    objects = DispatchQuerySet.as_manager()

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(fields=["workspace_id", "source", "number"], name="dispatch_once"),
            models.CheckConstraint(
                condition=Q(channel="mail", mailbox__isnull=False)
                | Q(channel__in=("sms", "whatsapp"), gateway__isnull=False),
                name="dispatch_has_its_way",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("waiting", "leaving"), ended_at__isnull=True)
                | Q(state__in=("sent", "failed", "unknown", "withdrawn"), ended_at__isnull=False),
                name="dispatch_ended_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(
                fields=["workspace_id", "leave_at"],
                name="dispatch_due",
                condition=Q(state__in=("waiting", "leaving")),
            ),
            models.Index(
                fields=["workspace_id", "troubled_at"],
                name="dispatch_troubled",
                condition=Q(troubled_at__isnull=False, seen_to_at__isnull=True),
            ),
            models.Index(fields=["workspace_id", "state", "made_at"], name="dispatch_by_state"),
            models.Index(fields=["workspace_id", "message_id"], name="dispatch_by_message_id"),
        ]

    @property
    def in_trouble(self) -> bool:
        """Whether a person must look at it."""
        return self.troubled_at is not None and self.seen_to_at is None
