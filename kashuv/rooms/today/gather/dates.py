"""Key dates: today's and tomorrow's, and what has to be prepared for (a contract's end) two weeks ahead."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q

from kashuv.rooms.clients.models import KeyDate
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.gather.unmarked import named, unmarked
from kashuv.rooms.today.rules.matters import DateMatter

MOST = 60
AHEAD = 1
PREPARED = 14


def dates(scope: Scope) -> list[DateMatter]:
    today = scope.day.date
    soon, later = _days(today, AHEAD), _days(today, PREPARED)
    falling = (
        KeyDate.objects.within(scope.workspace_id)
        .filter(_on(soon) | (_on(later) & Q(kind=KeyDate.Kind.CONTRACT)), scope.of_client())
        .filter(Q(returns=True) | Q(year__in={day.year for day in later}))
    )
    rows = (
        unmarked(scope, falling, named("date", "id"))
        .order_by("month", "day")
        .values_list("client_id", "id", "kind", "words", "month", "day", "person_id", "person__name")[:MOST]
    )
    falls = {monthday: day for day in reversed(later) for monthday in _monthdays(day)}
    return [
        DateMatter(client, key, kind, words, falls[month, day], person, name or "")
        for client, key, kind, words, month, day, person, name in rows
    ]


def _days(first: date, ahead: int) -> list[date]:
    return [first + timedelta(days=n) for n in range(ahead + 1)]


def _on(days: list[date]) -> Q:
    asked = Q()
    for month, day in {pair for one in days for pair in _monthdays(one)}:
        asked |= Q(month=month, day=day)
    return asked


def _monthdays(day: date) -> list[tuple[int, int]]:
    """The days of the year kept on this date; who was born on 29 February has his day on the 28th in other years."""
    kept = [(day.month, day.day)]
    if (day.month, day.day) == (2, 28) and (day + timedelta(days=1)).day == 1:
        kept.append((2, 29))
    return kept
