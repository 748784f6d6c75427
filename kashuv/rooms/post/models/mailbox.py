"""A mailbox: an address of ours on somebody's mail server, one member's own or the whole team's."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from kashuv.foundation.belonging import Belonging, BelongingQuerySet, TiedKey
from kashuv.rooms.team.models import Member


class MailboxQuerySet(BelongingQuerySet):
    """Questions about mailboxes."""

    def seen_by(self, member: Member) -> Self:
        """The gate: her own and the team's; a leader also sees that the others' stand, and how they are."""
        ours = self.within(member.workspace_id)
        return ours if member.leads else ours.filter(Q(member__isnull=True) | Q(member_id=member.id))

    def fetched(self) -> Self:
        """Those whose letters are fetched from their server."""
        return self.filter(active=True).exclude(fetching={})

    def written_from_by(self, member: Member) -> Self:
        """Those in whose name she writes: her own and the team's."""
        ours = self.within(member.workspace_id).filter(active=True)
        return ours.filter(Q(member__isnull=True) | Q(member_id=member.id))

    def troubled(self) -> Self:
        """Those in whose way something stands."""
        return self.exclude(trouble="")


class Mailbox(Belonging):
    """`member` is whose it is; none means the team's. `secret` is sealed (foundation.sealing): the password, or the
    tokens that Google or Microsoft gave (`proof`).

    `fetching` and `sending` say how the servers are reached: {"host", "port", "security": "tls|starttls|none",
    "login"}. `capture` is the address whose mail is taken for a copy (BCC) or a forward. `trouble` is what is wrong
    just now (see foundation.sentences); `since` the day before which no letters are fetched. Whoever renews the tokens has until
    `renewing_until` to do it.
    """

    class Proof(models.TextChoices):
        PASSWORD = "password"
        GOOGLE = "google"
        MICROSOFT = "microsoft"

    member = TiedKey(Member, null=True)
    address = models.CharField(max_length=320)
    name = models.CharField(max_length=120, blank=True, default="")
    signature = models.TextField(blank=True, default="", max_length=2000)
    proof = models.CharField(max_length=10, choices=Proof, default=Proof.PASSWORD)
    fetching = models.JSONField(default=dict)
    sending = models.JSONField(default=dict)
    secret = models.BinaryField(default=b"")
    renewing_until = models.DateTimeField(null=True)
    capture = models.CharField(max_length=320, blank=True, default="")
    active = models.BooleanField(default=True)
    since = models.DateField(null=True)
    trouble = models.TextField(blank=True, default="")
    troubled_at = models.DateTimeField(null=True)
    looked_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()

    objects = MailboxQuerySet.as_manager()

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(fields=["workspace_id", "address"], name="mailbox_by_address"),
        ]

    def __str__(self) -> str:
        return self.address

    def is_for(self, member: Member) -> bool:
        """Whether she writes in its name."""
        return self.member_id in (None, member.id)
