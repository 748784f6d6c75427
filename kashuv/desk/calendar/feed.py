"""The feed itself: who needs her today, our open promises at their hour, and the key dates of the coming year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from operator import itemgetter

from django.db.models import Case, Q, QuerySet, When
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from kashuv.rooms.clients import wording
from kashuv.rooms.clients.models import Client, KeyDate
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member
from kashuv.rooms.today.calendar import today_event

SPAN = timedelta(minutes=30)
PAST = timedelta(days=30)
MOST = 500


def feed(member: Member, now: datetime) -> bytes:
    """RFC 5545, for a program that asks again and again."""
    drawn = Calendar()
    drawn.add("prodid", "-//Kashuv//Kashuv//HE")
    drawn.add("version", "2.0")
    drawn.add("x-wr-calname", _("Kashuv: what falls due"))
    for event in (*_today(member, now), *_promises(member, now), *_dates(member, now)):
        event.add("dtstamp", now)
        drawn.add_component(event)
    return drawn.to_ical()


def _today(member: Member, now: datetime) -> Iterable[Event]:
    event = today_event(member, now)
    return [event] if event is not None else []


def _promises(member: Member, now: datetime) -> Iterable[Event]:
    """Those she gave, and those of her clients that nobody in particular gave."""
    ours = Promise.objects.seen_by(member).open().ours().filter(due_at__gte=now - PAST)
    mine = ours.filter(Q(member_id=member.id) | Q(member__isnull=True, client__owner_id=member.id))
    for promise in mine.select_related("client").order_by("due_at")[:MOST]:
        event = Event()
        event.add("uid", f"{promise.pk}@kashuv")
        event.add("summary", f"{promise.client.name}: {promise.words}")
        event.add("dtstart", promise.due_at - SPAN)
        event.add("dtend", promise.due_at)
        yield event


def _dates(member: Member, now: datetime) -> Iterable[Event]:
    """Whole days; what returns each year stands at its next day."""
    today = localdate(now)
    served = Client.objects.seen_by(member).current().owned_by(member)
    known = KeyDate.objects.within(member.workspace_id).filter(client__in=served).select_related("client")
    for day, one in _soonest(known, today):
        event = Event()
        event.add("uid", f"{one.pk}-{day.year}@kashuv")
        event.add("summary", f"{one.client.name}: {wording.day(one.kind, one.words)}")
        event.add("dtstart", day)
        event.add("transp", "TRANSPARENT")
        yield event


def _soonest(known: QuerySet[KeyDate], today: date) -> list[tuple[date, KeyDate]]:
    """The next days of the year, as many as the feed holds: those from today on, then those after New Year."""
    from_today = Q(month__gt=today.month) | Q(month=today.month, day__gte=today.day)
    lasting = known.filter(Q(returns=True) | Q(year__gte=today.year))
    later = lasting.annotate(next_year=Case(When(from_today, then=0), default=1))
    first = later.order_by("next_year", "month", "day", "id")[:MOST]
    days = [(day, one) for one in first if (day := _next(one, today)) is not None]
    return sorted(days, key=itemgetter(0))


def _next(one: KeyDate, today: date) -> date | None:
    """Its next day; the 29th of February is kept on the 28th, and a day that has passed for good is none."""
    if not one.returns:
        return _day(one, one.year) if one.year and _day(one, one.year) >= today else None
    day = _day(one, today.year)
    return day if day >= today else _day(one, today.year + 1)


def _day(one: KeyDate, year: int) -> date:
    try:
        return date(year, one.month, one.day)
    except ValueError:
        return date(year, one.month, 28)
