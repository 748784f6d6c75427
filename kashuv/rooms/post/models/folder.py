"""A folder of a mailbox on its server, with how far we have followed it."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.post.models.mailbox import Mailbox


class Folder(Belonging):
    """`validity`, `next_uid` and `modseq` are the server's own (RFC 9051 UIDVALIDITY, UIDNEXT; RFC 7162 HIGHESTMODSEQ).

    `above` is the lowest UID that was fetched while the past is being filled in downwards; 1 means that all is here.
    `theirs` and `ours` are the counts of the last comparison; they are equal where the folder is in step.
    """

    class Role(models.TextChoices):
        INBOX = "inbox"
        SENT = "sent"
        ARCHIVE = "archive"
        DRAFTS = "drafts"
        JUNK = "junk"
        TRASH = "trash"
        OTHER = "other"

    mailbox = TiedKey(Mailbox)
    path = models.CharField(max_length=500)
    role = models.CharField(max_length=8, choices=Role, default=Role.OTHER)
    followed = models.BooleanField(default=False)
    validity = models.PositiveBigIntegerField(null=True)
    next_uid = models.PositiveBigIntegerField(default=1)
    modseq = models.PositiveBigIntegerField(default=0)
    above = models.PositiveBigIntegerField(null=True)
    theirs = models.PositiveIntegerField(null=True)
    ours = models.PositiveIntegerField(null=True)
    compared_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(fields=["workspace_id", "mailbox", "path"], name="folder_by_path"),
        ]

    @property
    def is_in_step(self) -> bool:
        """Whether the last comparison has proven that every letter of the folder is here."""
        return self.above == 1 and self.theirs is not None and self.theirs == self.ours
