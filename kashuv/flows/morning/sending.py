"""Sends the letters: to those who asked, on working mornings, once a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from kashuv.flows.morning.composing import compose
from kashuv.foundation import clock
from kashuv.foundation.journal import writing as journal
from kashuv.foundation.journal.event import Event
from kashuv.rooms.team.models import Member, Workspace
from kashuv.rooms.today.items import FIRST_SCREEN
from kashuv.rooms.today.plan import plan_for

SENT = "morning.sent"


def send_mornings(workspace: Workspace, _: Mapping[str, Any], at: datetime) -> None:
    """The job: each member who asked for it gets her letter; nobody on a day of rest, and nobody twice a day."""
    if not can_send() or not _is_working_morning(workspace, at):
        return
    for member in _waiting(workspace, at):
        send_morning(member, at)


def can_send() -> bool:
    """Whether a mail server is known, or letters go somewhere else than to one."""
    return bool(settings.EMAIL_HOST) or not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend")


def _is_working_morning(workspace: Workspace, at: datetime) -> bool:
    day = clock.local(at, workspace.zone).date()
    return clock.is_workday(day, workspace.zone) and clock.rests(at, workspace.zone) is None


def _waiting(workspace: Workspace, at: datetime) -> list[Member]:
    """Those who asked and have not had today's letter."""
    asked = Member.objects.filter(workspace_id=workspace.id, active=True, hears_mornings=True)
    members = list(asked.select_related("workspace").order_by("joined_at"))
    begin, end = clock.day_bounds(clock.local(at, workspace.zone).date(), workspace.zone)
    had = Event.objects.within(workspace.id).filter(
        noun_id__in=[member.id for member in members], at__gte=begin, at__lt=end, verb=SENT
    )
    sent = set(had.values_list("noun_id", flat=True))
    return [member for member in members if member.id not in sent]


def send_morning(member: Member, at: datetime) -> None:
    """Sends one. A server that can't be reached leaves no trace, so that the next try sends it; once it answers, the
    journal's line is written first: a letter lost is better than a letter twice."""
    letter = compose(member, plan_for(member, at, limit=FIRST_SCREEN))
    with get_connection() as post:
        journal.write(journal.line(member.workspace_id, SENT, member.id, at=at, by=member.id))
        message = EmailMultiAlternatives(letter.subject, letter.text, to=[letter.to], connection=post)
        message.attach_alternative(letter.html, "text/html")
        message.send()
