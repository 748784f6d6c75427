"""A consent: what a person agreed to receive, in which words; and when he took it back."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.clients.models.person import Person
from kashuv.rooms.team.models import Member


class Consent(Belonging):
    """To advertisements, which the law allows only to those who agreed (Communications Law, section 30A)."""

    person = TiedKey(Person)
    words = models.CharField(max_length=300)
    by = TiedKey(Member, null=True)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "kashuv"
        indexes = [models.Index(fields=["workspace_id", "person"], name="consent_of_person")]
