"""Moments: when a letter is welcome, by the working week and its rests, what the client has stated, and our quiet hours."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from django.db.models import Max

from kashuv.foundation import clock
from kashuv.rooms.clients.models import Client, Detail, Manner, Person
from kashuv.rooms.clients.rules import hours
from kashuv.rooms.clients.rules.hours import Stretch
from kashuv.rooms.team import quieting
from kashuv.rooms.team.models import Workspace
from kashuv.rooms.team.rules import quiet
from kashuv.rooms.team.rules.quiet import Span

LOOKED_AHEAD = 30  # days; no rest of the calendar is as long


def better_moment(
    client: Client | None,
    person: Person | None,
    workspace: Workspace,
    at: datetime,
    writer: uuid.UUID | None = None,
) -> datetime | None:
    """The next moment (UTC) at which he wishes to hear from us; None if this one is as good as any.

    On working days, outside Shabbat and holidays and the quiet hours of the firm and of the `writer` (a member's key),
    within the hours that he or his firm stated, else within the firm's own working day, which keeps its own people's
    evenings free too; not before the day until which he asked for rest. Where his hours and the quiet ones never meet, his
    count; where his never meet a working day, the firm's.
    """
    soonest = max(at, _rests_until(client) or at) if client else at
    ours = (workspace.day_starts, workspace.day_ends)
    wished = (_stated_hours(client, person) if client else None) or ours
    spans = quieting.spans(workspace.id, writer)
    for within, still in ((wished, spans), (wished, ()), (ours, ())):
        if start := _first(soonest, workspace, within, still):
            return None if start == at else start
    return None


def _first(
    soonest: datetime, workspace: Workspace, within: Stretch, still: Sequence[Span]
) -> datetime | None:
    """The first moment of a working day that lies within those hours and outside the quiet ones, if there is any."""
    for day in _days(soonest, workspace):
        opens, closes = (datetime.combine(day, hour, workspace.zone).astimezone(UTC) for hour in within)
        start = quiet.free_from(still, max(opens, soonest), workspace.zone)
        if start is not None and start < closes and clock.rests(start, workspace.zone) is None:
            return start
    return None


def _days(at: datetime, workspace: Workspace) -> Iterator[date]:
    """The coming working days, from that on which it is."""
    today = clock.local(at, workspace.zone).date()
    days = (today + timedelta(days=n) for n in range(LOOKED_AHEAD))
    return (day for day in days if clock.is_workday(day, workspace.zone))


def _stated_hours(client: Client, person: Person | None) -> Stretch | None:
    """His own, else his firm's; what was stated last counts."""
    stated = Manner.objects.within(client.workspace_id).filter(client_id=client.id, kind=Manner.Kind.HOURS)
    rows = list(stated.order_by("-at").values_list("person_id", "words"))
    of_whom = (person.id, None) if person else (None,)
    told = (hours.stretch(words) for who in of_whom for whose, words in rows if whose == who)
    return next(filter(None, told), None)


def _rests_until(client: Client) -> datetime | None:
    """The moment until which he asked not to be written to."""
    asked = Detail.objects.within(client.workspace_id).filter(client_id=client.id, leave_alone=True)
    last: datetime | None = asked.aggregate(last=Max("leave_alone_until"))["last"]
    return last
