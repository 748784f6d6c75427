"""Quiet hours: a stretch of the week in which the firm, or one of us, does not write to clients."""

from __future__ import annotations

from django.db import models

from kashuv.foundation.belonging import Belonging, BelongingQuerySet, TiedKey
from kashuv.rooms.team.models.member import Member
from kashuv.rooms.team.rules.quiet import Span


class QuietHours(Belonging):
    """Without a `member` they are the whole firm's. `days` are the weekdays on which they begin, as digits ("46": Friday
    and Sunday; Monday is 0). They run into the next day where `until` is not later than `since`.
    """

    member = TiedKey(Member, null=True)
    days = models.CharField(max_length=7)
    since = models.TimeField()
    until = models.TimeField()
    made_at = models.DateTimeField()

    objects = BelongingQuerySet.as_manager()

    class Meta:
        app_label = "kashuv"
        constraints = [
            models.UniqueConstraint(
                fields=["workspace_id", "member", "days", "since", "until"], name="quiet_hours_once"
            ),
            models.UniqueConstraint(
                fields=["workspace_id", "days", "since", "until"],
                condition=models.Q(member__isnull=True),
                name="quiet_hours_of_the_firm_once",
            ),
        ]

    @property
    def span(self) -> Span:
        return Span(frozenset(map(int, self.days)), self.since, self.until)
