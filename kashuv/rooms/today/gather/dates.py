"""Key dates: today's and tomorrow's, and what has to be prepared for (a contract's end) two weeks ahead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from kashuv.foundation.prepared import prepared
from kashuv.foundation.together import Gather
from kashuv.rooms.clients.models import KeyDate
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.gather.unmarked import REMEMBERED, named, unmarked
from kashuv.rooms.today.rules.matters import DateMatter

MOST = 16
AHEAD = 1
PREPARED = 14


def dates(scope: Scope) -> Gather[list[DateMatter]]:
    days = _days(scope.day.date, PREPARED)
    falls = {monthday: day for day in reversed(days) for monthday in _monthdays(day)}
    near = {monthday for day in days[: AHEAD + 1] for monthday in _monthdays(day)}
    years = tuple(sorted({day.year for day in days}))
    months = yield [
        _falling.asking(scope, month, _in(month, falls), _in(month, near), years, scope.ago(REMEMBERED))
        for month in sorted({month for month, _ in falls})
    ]
    return [
        DateMatter(client, key, kind, words, falls[month, day], person, name or "")
        for rows in months
        for client, key, kind, words, month, day, person, name in rows
    ]


def _in(month: int, days: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(day for its, day in days if its == month)


@prepared
def _falling(
    scope: Scope,
    month: int,
    days: frozenset[int],
    near: frozenset[int],
    years: tuple[int, ...],
    marked_since: datetime,
) -> QuerySet[Any]:
    """What falls on these days of the month, each year or in this one; far ahead only contracts.

    One month at a time, and from its first day to its last, as the index holds them; the days are part of the
    question's shape, compiled once a day.
    """
    falling = KeyDate.objects.within(scope.workspace_id).filter(
        Q(kind=KeyDate.Kind.CONTRACT) | Q(day__in=sorted(near)),
        Q(returns=True) | Q(year__in=years),
        scope.of_client(),
        month=month,
        day__range=(min(days), max(days)),
    )
    return (
        unmarked(scope, falling, named("date", "id"), marked_since)
        .order_by("day")
        .values_list("client_id", "id", "kind", "words", "month", "day", "person_id", "person__name")[:MOST]
    )


def _days(first: date, ahead: int) -> list[date]:
    return [first + timedelta(days=n) for n in range(ahead + 1)]


def _monthdays(day: date) -> list[tuple[int, int]]:
    """The days of the year kept on this date; who was born on 29 February has his day on the 28th in other years."""
    kept = [(day.month, day.day)]
    if (day.month, day.day) == (2, 28) and (day + timedelta(days=1)).day == 1:
        kept.append((2, 29))
    return kept
