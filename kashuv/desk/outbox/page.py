"""The page of the outbox as named parts: what needs a person, what is on its way, what went lately."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise as Words

from kashuv.desk.outbox import phones
from kashuv.desk.outbox.words import REASONS, STEPS, TROUBLES
from kashuv.foundation import sentences
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.post.models import Dispatch
from kashuv.rooms.post.models.dispatch import DispatchQuerySet
from kashuv.rooms.post.rules import answers
from kashuv.rooms.team.models import Member

State = Dispatch.State
LATELY = timedelta(days=7)
MOST = 50
SLOW = timedelta(minutes=15)  # what should have left by then and has not is said to be late


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the evidence; `said` are the server's words, or (`is_ours`) a sentence of ours in the reader's tongue."""

    at: datetime
    name: str | Words
    said: str
    is_ours: bool = False


def _step(one: Mapping[str, str]) -> Step:
    at, name = datetime.fromisoformat(one["at"]), one["step"]
    told = STEPS.get(name) or phones.STEPS.get(name, name)
    ours = sentences.read(one["said"]) if name == "mailbox" else one["said"]
    if ours != one["said"]:
        return Step(at, told, ours, True)
    return Step(at, told, one["said"].strip("[]"))


@dataclass(frozen=True, slots=True)
class Slip:
    """One dispatch with its draft."""

    dispatch: Dispatch
    draft: Draft
    is_late: bool

    @property
    def trouble(self) -> str:
        """Which of the four troubles it is in; "" if in none."""
        one = self.dispatch
        if not one.in_trouble:
            return ""
        if one.state != State.SENT:
            return str(one.state)
        return "bounced" if one.bounced else "refused"

    @property
    def title(self) -> str | Words:
        return TROUBLES[self.trouble]

    @property
    def why(self) -> str | Words:
        """In plain words, where the servers' own words tell it."""
        if self.dispatch.channel != Dispatch.Channel.MAIL:
            return phones.why(self.dispatch)
        if self.trouble == "bounced":
            return REASONS[answers.of_step("recipient", self.dispatch.bounced.partition(": ")[2])]
        if self.trouble == "refused":
            return REASONS[answers.of_step("recipient", self.dispatch.refused[0][1])]
        return REASONS[answers.reason(self.dispatch.evidence)]

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(map(_step, self.dispatch.evidence))


@dataclass(frozen=True, slots=True)
class OutboxPage:
    """`going` are soonest first, `gone` the latest first."""

    troubled: tuple[Slip, ...]
    going: tuple[Slip, ...]
    gone: tuple[Slip, ...]
    now: datetime

    @property
    def empty(self) -> bool:
        return not (self.troubled or self.going or self.gone)


def seen_by(member: Member) -> DispatchQuerySet:
    """The gate: the dispatches of drafts that she may see."""
    drafts = Draft.objects.seen_by(member).values("pk")
    return Dispatch.objects.within(member.workspace_id).filter(source__in=drafts)


def outbox_page(member: Member, now: datetime) -> OutboxPage:
    """Four questions to the database, however many dispatches there are."""
    seen = seen_by(member).select_related("by", "mailbox")
    went = seen.filter(state=State.SENT, ended_at__gt=now - LATELY, made_at__gt=now - 2 * LATELY)
    parts = [
        list(seen.troubled().order_by("-troubled_at")[:MOST]),
        list(seen.unended().order_by("leave_at")[:MOST]),
        list(went.order_by("-ended_at")[:MOST]),
    ]
    drafts = _drafts(member.workspace_id, (one.source for part in parts for one in part))
    in_trouble = {one.pk for one in parts[0]}
    troubled, going, gone = (_slips(part, drafts, now) for part in parts)
    return OutboxPage(troubled, going, tuple(one for one in gone if one.dispatch.pk not in in_trouble), now)


def _drafts(workspace_id: uuid.UUID, sources: Iterable[uuid.UUID]) -> dict[uuid.UUID, Draft]:
    rows = Draft.objects.within(workspace_id).filter(pk__in=set(sources)).select_related("client", "person")
    return {draft.pk: draft for draft in rows}


def _slips(rows: list[Dispatch], drafts: dict[uuid.UUID, Draft], now: datetime) -> tuple[Slip, ...]:
    return tuple(Slip(one, drafts[one.source], one.leave_at < now - SLOW) for one in rows)
