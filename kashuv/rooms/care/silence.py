"""The judgement of rules/silence asked of the database: whose silence is unlike them now."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Case, ExpressionWrapper, F, FloatField, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce, Greatest, Least

from kashuv.rooms.care.bulk import Seconds
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.care.rules import silence as rule
from kashuv.rooms.clients.models import Client

DAY = 86_400.0


def silent(pulses: QuerySet[Pulse], now: datetime, midnight: datetime) -> QuerySet[Pulse]:
    """Those of the pulses; `midnight` begins today where we are, for silence is counted in dates."""
    since = Case(
        When(client__cadence_days__gt=0, then=Seconds("last_at")),
        default=Coalesce(Seconds("last_in_at"), Seconds("last_at")),
    )
    begins = ExpressionWrapper(
        Seconds(Value(midnight, Pulse._meta.get_field("last_at"))) - _longest() * DAY,
        output_field=FloatField(),
    )
    told = pulses.filter(uneasy_at__lte=now).alias(silent_since=since, begins=begins)
    return told.filter(Q(silent_since__isnull=True) | Q(silent_since__gte=F("begins")))


def _longest() -> Case:
    """Days, as rules/silence.longest."""
    cadence = Cast("client__cadence_days", FloatField())
    rhythm = Coalesce(F("rhythm_days"), Value(rule.USUAL_RHYTHM))
    (often, long), (times, least), (few, short) = rule.OF_CADENCE, rule.CONFIRMED, rule.PROPOSED
    return Case(
        When(client__cadence_days__gt=0, then=Greatest(cadence * often, Value(long))),
        When(
            client__standing=Client.Standing.CURRENT,
            then=Least(Greatest(rhythm * times, Value(least)), Value(rule.OLDEST)),
        ),
        default=Least(Greatest(rhythm * few, Value(short)), Value(rule.OLDEST)),
        output_field=FloatField(),
    )
