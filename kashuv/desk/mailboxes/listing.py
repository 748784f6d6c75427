"""The list of mailboxes: whose each is, and how it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kashuv.desk.doorway import for_members
from kashuv.desk.mailboxes.state import State, followed, state_of
from kashuv.foundation import clock
from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.team.models import Member


@dataclass(frozen=True, slots=True)
class Line:
    """One mailbox with how it is."""

    mailbox: Mailbox
    state: State


@dataclass(frozen=True, slots=True)
class MailboxesPage:
    """`mine`, the team's, and (for whoever leads) those of the others; the closed ones by themselves."""

    mine: tuple[Line, ...]
    team: tuple[Line, ...]
    others: tuple[Line, ...]
    closed: tuple[Line, ...]
    now: datetime

    @property
    def empty(self) -> bool:
        return not (self.mine or self.team or self.others or self.closed)


def mailboxes_page(member: Member, now: datetime) -> MailboxesPage:
    """Two questions to the database, however many there are."""
    seen = list(Mailbox.objects.seen_by(member).select_related("member").order_by("made_at", "id"))
    folders = followed(member.workspace_id, seen)
    lines = [Line(one, state_of(one, folders.get(one.id, []))) for one in seen]
    active = [line for line in lines if line.mailbox.active]
    return MailboxesPage(
        mine=tuple(line for line in active if line.mailbox.member_id == member.id),
        team=tuple(line for line in active if line.mailbox.member_id is None),
        others=tuple(line for line in active if line.mailbox.member_id not in (None, member.id)),
        closed=tuple(line for line in lines if not line.mailbox.active),
        now=now,
    )


@require_safe
@for_members
def mailboxes(request: HttpRequest) -> HttpResponse:
    page = mailboxes_page(request.member, clock.now())
    return render(request, "mailboxes/list.html", {"page": page, "now": page.now})
