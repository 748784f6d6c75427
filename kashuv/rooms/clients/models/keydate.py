"""A key date: a day that comes back each year (a birthday), or comes once (a contract's end)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kashuv.foundation.belonging import Belonging, TiedKey
from kashuv.rooms.clients.models.client import Client
from kashuv.rooms.clients.models.detail import Detail
from kashuv.rooms.clients.models.person import Person


class KeyDate(Belonging):
    """`month` and `day` in the civil calendar; `year` is the first (a birth) or, if it does not return, the only one.

    A stranger's birthday from an address book has a person and, until he belongs to one, no client.
    """

    class Kind(models.TextChoices):
        BIRTHDAY = "birthday"
        ANNIVERSARY = "anniversary"
        CONTRACT = "contract"
        OTHER = "other"

    client = TiedKey(Client, null=True)
    person = TiedKey(Person, null=True, blank=True)
    detail = TiedKey(Detail, null=True, blank=True)
    kind = models.CharField(max_length=12, choices=Kind)
    words = models.CharField(max_length=200)
    month = models.PositiveSmallIntegerField()
    day = models.PositiveSmallIntegerField()
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    returns = models.BooleanField(default=True)
    origin = models.UUIDField(null=True, editable=False)

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.CheckConstraint(
                condition=Q(month__range=(1, 12), day__range=(1, 31)), name="keydate_is_a_day"
            ),
            models.CheckConstraint(
                condition=Q(returns=True) | Q(year__isnull=False), name="keydate_once_has_its_year"
            ),
        ]
        indexes = [
            models.Index(fields=["workspace_id", "month", "day"], name="keydate_by_day"),
            models.Index(fields=["workspace_id", "client"], name="keydate_of_client"),
        ]
