"""The page of promises as named parts: what falls due, what they owe us, what was read and waits for a word of ours."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F
from django.utils.functional import Promise as Words
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from kashuv.rooms.promises.models import Move, Promise
from kashuv.rooms.team.models import Member

FIRST = 100  # of each kind; the soonest, or for proposals the newest
PARTS: dict[str, str | Words] = {
    "late": _("Late"),
    "today": _("Today"),
    "week": _("In the coming seven days"),
    "later": _("Later"),
    "undated": _("Without a date"),
    "theirs": _("What others owe us"),
    "proposed": _("Read in the mail: was this promised?"),
    "ended": _("Ended lately"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One promise with its history."""

    promise: Promise
    moves: tuple[Move, ...]
    is_overdue: bool

    @property
    def is_theirs(self) -> bool:
        return self.promise.side == Promise.Side.THEIRS


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its rows; `more` says that only the first are shown."""

    name: str
    title: str | Words
    rows: tuple[Row, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class PromisesPage:
    """Only parts that hold something."""

    parts: tuple[Part, ...]
    mine: bool


def promises_page(member: Member, now: datetime, *, mine: bool = False) -> PromisesPage:
    """What this member may see of the ledger, as it stands now; a constant number of questions."""
    seen = Promise.objects.seen_by(member)
    if mine:
        seen = seen.filter(member_id=member.id)
    seen = seen.select_related("client", "person")
    soonest = (F("due_at").asc(nulls_last=True), "-given_at")
    lists = {
        "ours": seen.open().ours().order_by(*soonest)[: FIRST + 1],
        "theirs": seen.open().theirs().order_by(*soonest)[: FIRST + 1],
        "proposed": seen.proposed().order_by("-given_at")[: FIRST // 2 + 1],
        "ended": seen.filter(ended_at__gte=now - timedelta(days=7)).order_by("-ended_at")[: FIRST // 4 + 1],
    }
    found = {name: list(listed) for name, listed in lists.items()}
    histories = _histories(member.workspace_id, found)
    return PromisesPage(tuple(_parts(found, histories, localtime(now))), mine)


def _histories(workspace_id: uuid.UUID, found: dict[str, list[Promise]]) -> dict[uuid.UUID, list[Move]]:
    keys = [promise.pk for listed in found.values() for promise in listed]
    histories: dict[uuid.UUID, list[Move]] = defaultdict(list)
    for move in Move.objects.within(workspace_id).filter(promise_id__in=keys).order_by("at"):
        histories[move.promise_id].append(move)
    return histories


def _parts(
    found: dict[str, list[Promise]], histories: dict[uuid.UUID, list[Move]], here: datetime
) -> Iterable[Part]:
    drawn: dict[str, list[Row]] = defaultdict(list)
    for kind, listed in found.items():
        for promise in listed[: _limit(kind)]:
            name = _when(promise.due_at, here) if kind == "ours" else kind
            drawn[name].append(Row(promise, tuple(histories[promise.pk]), _is_overdue(promise, here)))
    last_of_ours = next((name for name in reversed(list(PARTS)[:5]) if drawn[name]), "")
    for name, title in PARTS.items():
        if drawn[name]:
            kind = "ours" if name == last_of_ours else name
            yield Part(name, title, tuple(drawn[name]), len(found.get(kind, ())) > _limit(kind))


def _is_overdue(promise: Promise, here: datetime) -> bool:
    return promise.state == Promise.State.OPEN and promise.due_at is not None and promise.due_at <= here


def _limit(kind: str) -> int:
    return {"proposed": FIRST // 2, "ended": FIRST // 4}.get(kind, FIRST)


def _when(due: datetime | None, here: datetime) -> str:
    """The part in which a promise of ours stands, by its day."""
    if due is None:
        return "undated"
    day: date = localtime(due).date()
    if due <= here:
        return "late"
    if day == here.date():
        return "today"
    return "week" if day <= here.date() + timedelta(days=7) else "later"
