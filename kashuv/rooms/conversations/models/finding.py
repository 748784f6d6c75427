"""A finding: something read out of an entry, with the words it rests on; a proposal until a person decides."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.conversations.models.entry import Entry
from kashuv.rooms.team.models import Member


class Finding(Belonging):
    """`start` and `end` count characters of the entry's text; `due` is the moment it names, if one (UTC).

    Promises are proposed in the ledger; one that was made to a stranger waits here (`what` is its side) until he is
    a client, since the ledger knows clients alone.
    """

    class Kind(models.TextChoices):
        REQUEST = "request"
        QUESTION = "question"
        MEETING = "meeting"
        DATE = "date"
        TONE = "tone"
        PROMISE = "promise"

    class State(models.TextChoices):
        PROPOSED = "proposed"
        ACCEPTED = "accepted"
        DISMISSED = "dismissed"

    entry = TiedKey(Entry)
    kind = models.CharField(max_length=10, choices=Kind)
    what = models.CharField(max_length=20, blank=True, default="")
    words = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    due = models.DateTimeField(null=True)
    certainty = models.FloatField()
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    decided_by = TiedKey(Member, null=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "kashuv"
        indexes = [models.Index(fields=["workspace_id", "entry"], name="finding_of_entry")]
