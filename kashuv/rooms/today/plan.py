"""The plan of a day: who needs me, why, and the next step. A constant number of questions, however many clients."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from kashuv.foundation.clock import rests
from kashuv.foundation.together import Gather, gathered
from kashuv.rooms.team.models import Member, Workspace
from kashuv.rooms.today.gather.asked import asked
from kashuv.rooms.today.gather.dates import dates
from kashuv.rooms.today.gather.meetings import meetings
from kashuv.rooms.today.gather.papers import papers
from kashuv.rooms.today.gather.people import channels, people
from kashuv.rooms.today.gather.promises import promises
from kashuv.rooms.today.gather.quiet import Quiet, overlooked, quiet
from kashuv.rooms.today.gather.scope import Scope, scope_of
from kashuv.rooms.today.gather.signs import signs
from kashuv.rooms.today.gather.silence import silences
from kashuv.rooms.today.gather.standing import counted_at_closing
from kashuv.rooms.today.gather.ties import ties
from kashuv.rooms.today.gather.waiting import waiting
from kashuv.rooms.today.gather.word import kept_yesterday, word
from kashuv.rooms.today.items import Because, Item, Plan, QuietClient, Step, Whom
from kashuv.rooms.today.rules.matters import Matter, Tie, WaitingMatter
from kashuv.rooms.today.rules.ranking import Ranked, rank
from kashuv.rooms.today.telling import Teller
from kashuv.rooms.today.wording import tongue

__all__ = ["Because", "Item", "Plan", "Step", "Whom", "how_many", "plan_for", "plan_of"]


MOST = 30


def how_many(member: Member, at: datetime) -> int:
    """How many items the day of a member has, told or not."""
    scope = scope_of(member.workspace, at, reader=member, whose=member)
    lying, *found = gathered(papers(scope), *_matters(scope))
    matters = _together([lying.matters, *found])
    (known,) = gathered(ties(scope, {matter.client_id for matter in matters}))
    return len(rank(matters, known, scope.day)[:MOST])


def plan_for(member: Member, at: datetime, *, limit: int = MOST, language: str | None = None) -> Plan:
    """The day of a member: her own clients, and if she leads, also those whom nobody owns; `limit` items are told."""
    return plan_of(member.workspace, at, reader=member, whose=member, limit=limit, language=language)


def plan_of(
    workspace: Workspace,
    at: datetime,
    *,
    reader: Member | None = None,
    whose: Member | None = None,
    limit: int = MOST,
    language: str | None = None,
) -> Plan:
    """The day of `whose` clients (None: everybody's), as `reader` may see it (None: the house itself)."""
    scope = scope_of(workspace, at, reader=reader, whose=whose)
    tongue_read = language or (reader.language if reader else workspace.language)
    lying, *found, kept, given, calm, still = gathered(
        papers(scope),
        *_matters(scope),
        kept_yesterday(scope),
        word(scope),
        quiet(scope),
        counted_at_closing(scope),
    )
    matters = _together([lying.matters, *found])
    (known,) = gathered(ties(scope, {matter.client_id for matter in matters}))
    ranked = rank(matters, known, scope.day)
    return Plan(
        day=scope.day.date,
        at=at,
        items=_items(scope, ranked[:limit], known, tongue_read, reader.name if reader else ""),
        more=max(0, len(ranked[:MOST]) - limit),
        kept_yesterday=kept,
        quiet_good_clients=_quiet(scope, calm, ranked, tongue_read),
        our_word=given,
        rests=rests(at, workspace.zone, tongue_read),
        still=still,
        stuck=lying.stuck,
        apart=lying.apart,
    )


def _matters(scope: Scope) -> tuple[Gather[Any], ...]:
    return promises(scope), waiting(scope), silences(scope), signs(scope), dates(scope)


def _together(found: Iterable[Sequence[Matter]]) -> list[Matter]:
    return [matter for some in found for matter in some]


def _items(
    scope: Scope, ranked: Sequence[Ranked], known: dict[uuid.UUID, Tie], language: str, me: str
) -> tuple[Item, ...]:
    clients = [item.client_id for item in ranked]
    folded = [other.client_id for item in ranked for other in item.others]
    known_people, known_channels, questions, agreed = gathered(
        people(scope, clients),
        channels(scope, clients),
        asked(scope, _waited_on(ranked)),
        meetings(scope, [*clients, *folded]),
    )
    teller = Teller(
        day=scope.day,
        language=language,
        me=me,
        ties=known,
        people=known_people,
        channels=known_channels,
        asked=questions,
        agreed=agreed,
    )
    return tuple(teller.item(place, item) for place, item in enumerate(ranked, start=1))


def _waited_on(ranked: Sequence[Ranked]) -> list[uuid.UUID]:
    matters = [reason.matter for item in ranked for reason in item.reasons]
    return [m.said.entry_id for m in matters if isinstance(m, WaitingMatter) and m.said.entry_id]


def _quiet(
    scope: Scope, calm: Iterable[Quiet], ranked: Sequence[Ranked], language: str
) -> tuple[QuietClient, ...]:
    planned = {item.client_id for item in ranked}
    return tuple(_quiet_client(scope, one, language) for one in overlooked(calm, planned))


def _quiet_client(scope: Scope, one: Quiet, language: str) -> QuietClient:
    years = (scope.day.date - one.since).days // 365
    told = tongue(language).good_and_quiet(years, scope.day.days_since(one.last_at))
    return QuietClient(Whom(one.client_id, one.name), told)
