"""The closing of the day: what was promised for today and still stands, each to be kept, moved or released."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise as Words
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kashuv.desk.doorway import for_members
from kashuv.flows import reassuring
from kashuv.foundation import clock
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member
from kashuv.rooms.today.closing import Standing, words_for_today

WRITES: dict[str, str | Words] = {
    "mail": _("Not forgotten: write"),
    "sms": _("Not forgotten: text"),
    "whatsapp": _("Not forgotten: WhatsApp"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One word that stands. `writes` names the message that one tap drafts; empty where it is better said by phone."""

    standing: Standing
    writes: str | Words

    @property
    def promise(self) -> Promise:
        return self.standing.promise


@dataclass(frozen=True, slots=True)
class ClosingPage:
    """`to` is the new date that is offered, as one types it."""

    lines: tuple[Line, ...]
    to: str
    now: datetime


def closing_page(member: Member, now: datetime) -> ClosingPage:
    """The words for today of her clients, however they were marked."""
    lines = [Line(one, WRITES.get(one.way, "")) for one in words_for_today(member, now)]
    return ClosingPage(tuple(lines), offered(member, now), now)


def offered(member: Member, now: datetime) -> str:
    """The next working day, in figures that the date field reads."""
    day = localtime(reassuring.next_date(member.workspace, now), member.workspace.zone)
    return f"{day.day}.{day.month}.{day.year}"


@require_safe
@for_members
def closing(request: HttpRequest) -> HttpResponse:
    """What still stands of today."""
    page = closing_page(request.member, clock.now())
    return render(request, "promises/closing.html", {"page": page, "now": page.now})
