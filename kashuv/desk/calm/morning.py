"""The morning after: their letter read slowly, our draft beside it, and the ways on: send, mend, wait, drop."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kashuv.desk.calm.guarding import GuardPage, guard_page
from kashuv.desk.doorway import for_members
from kashuv.desk.drafts.page import draft_of
from kashuv.desk.drafts.said import Said, said_of
from kashuv.desk.layout.answers import onward
from kashuv.foundation import clock
from kashuv.language.slowly import Slow, slowly
from kashuv.rooms.calm import guard, holding
from kashuv.rooms.calm.models import Hold
from kashuv.rooms.conversations.models import Draft, Entry
from kashuv.rooms.team.models import Member

INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Day:
    """A day that was named, in their words, and which it is."""

    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MorningPage:
    """`letter` is what they wrote, `slow` the same without its heat; `guard` is what is seen in our draft now."""

    draft: Draft
    letter: Entry | None
    slow: Slow
    held: Hold | None
    guard: GuardPage
    said: list[Said]
    now: datetime

    @property
    def days(self) -> list[Day]:
        named = ((one.words.text, one.start or (one.end and one.end - INSTANT)) for one in self.slow.dates)
        return [Day(words, at) for words, at in named if at]

    @property
    def waits_on(self) -> bool:
        """Whether it waits until the next morning, or longer, as it is."""
        return self.held is not None and self.guard.morning <= self.held.until

    @property
    def early(self) -> bool:
        """Whether it was to wait longer."""
        return self.held is not None and self.now < self.held.until


def morning_page(member: Member, draft: Draft, now: datetime) -> MorningPage:
    """Everything that one needs to decide with a cool head."""
    letter = draft.answers or _latest(member, draft, now)
    seen = guard.look(draft, workspace=member.workspace, at=now)
    return MorningPage(
        draft=draft,
        letter=letter,
        slow=slowly(letter.text, clock.local(letter.at, member.workspace.zone)) if letter else Slow(),
        held=holding.standing(draft),
        guard=guard_page(member, draft, seen, now),
        said=said_of(draft),
        now=now,
    )


def _latest(member: Member, draft: Draft, now: datetime) -> Entry | None:
    """A letter of ours that answers none is read beside the last that the client wrote."""
    if draft.client is None:
        return None
    theirs = Entry.objects.seen_by(member).of(draft.client).filter(direction=Entry.Direction.IN, at__lte=now)
    return theirs.select_related("person").newest_first().first()


@for_members
def morning(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Looking changes nothing; what is decided here is done by the draft's own buttons."""
    draft, now = draft_of(request.member, key), clock.now()
    if draft.state != Draft.State.WRITING:
        return onward("draft", key)
    page = morning_page(request.member, draft, now)
    return render(request, "calm/morning.html", {"page": page, "now": now})
