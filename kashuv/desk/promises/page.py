"""The page of promises as named parts: what falls due, what they owe us, what was read and waits for a word of ours."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F
from django.utils.functional import Promise as Words
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from kashuv.desk.promises.rates import Kept, told
from kashuv.foundation.journal.event import Event
from kashuv.rooms.promises import rating
from kashuv.rooms.promises.models import Move, Promise
from kashuv.rooms.promises.models.promise import (
    ASKED_ABOUT,
    LATELY_DUE,
    PromiseQuerySet,
    asked_about,
    of_long_ago,
)
from kashuv.rooms.team.models import Member

LIMITS = {"ours": 100, "theirs": 100, "proposed": 50, "ended": 25}
LATELY = timedelta(days=7)
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
OLDER = _("Read in older mail: was this promised?")


@dataclass(frozen=True, slots=True)
class Row:
    """One promise with its history; `because` is why it was released."""

    promise: Promise
    moves: tuple[Move, ...]
    is_overdue: bool
    because: str = ""

    @property
    def is_theirs(self) -> bool:
        return self.promise.side == Promise.Side.THEIRS


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its rows."""

    name: str
    title: str | Words
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PromisesPage:
    """Only parts that hold something; `more` says that there are promises beyond the first of a kind.

    `older` is the number of proposals from so long ago that they are asked about only on a page of their own; `kept`
    says how each of us kept her word.
    """

    parts: tuple[Part, ...]
    more: bool
    mine: bool
    older: int
    kept: tuple[Kept, ...] = ()

    @property
    def query(self) -> str:
        """What another page is asked with, to show as few."""
        return "?whose=mine" if self.mine else ""


def promises_page(
    member: Member, now: datetime, *, mine: bool = False, of: uuid.UUID | None = None
) -> PromisesPage:
    """What this member may see of the ledger, as it stands now; a constant number of questions."""
    seen = _seen(member, mine, of)
    found = _found(seen, now)
    shown = {kind: listed[: LIMITS[kind]] for kind, listed in found.items()}
    histories = _histories(member.workspace_id, shown)
    reasons = _reasons(member.workspace_id, shown["ended"])
    drawn: dict[str, list[Row]] = defaultdict(list)
    for kind, listed in shown.items():
        for promise in listed:
            name = _when(promise.due_at, localtime(now)) if kind == "ours" else kind
            drawn[name].append(
                Row(promise, histories[promise.pk], _is_overdue(promise, now), reasons.get(promise.pk, ""))
            )
    parts = (Part(name, title, tuple(drawn[name])) for name, title in PARTS.items() if drawn[name])
    return PromisesPage(
        tuple(parts),
        any(len(found[kind]) > LIMITS[kind] for kind in found),
        mine,
        _older(seen, now).count(),
        tuple(Kept(name, told(rate)) for name, rate in rating.by_member(seen.select_related(None), now)),
    )


def older_page(
    member: Member, now: datetime, *, mine: bool = False, of: uuid.UUID | None = None
) -> PromisesPage:
    """What was read in mail of long ago, the newest first, of everybody or of one client."""
    listed = _older(_seen(member, mine, of), now).order_by("-given_at")
    found = list(listed[: LIMITS["proposed"] + 1])
    rows = tuple(Row(promise, (), False) for promise in found[: LIMITS["proposed"]])
    parts = (Part("older", OLDER, rows),) if rows else ()
    return PromisesPage(parts, len(found) > LIMITS["proposed"], mine, 0)


def _seen(member: Member, mine: bool, of: uuid.UUID | None) -> PromiseQuerySet:
    seen = Promise.objects.seen_by(member).select_related("client", "person")
    if of is not None:
        seen = seen.filter(client_id=of)
    return seen.filter(member_id=member.id) if mine else seen


def _older(seen: PromiseQuerySet, now: datetime) -> PromiseQuerySet:
    return seen.proposed().filter(of_long_ago(now - ASKED_ABOUT, now - LATELY_DUE))


def _found(seen: PromiseQuerySet, now: datetime) -> dict[str, list[Promise]]:
    """Of each kind one more than is shown."""
    soonest = (F("due_at").asc(nulls_last=True), "-given_at")
    asked = seen.proposed().filter(asked_about(now - ASKED_ABOUT, now - LATELY_DUE))
    kinds = {
        "ours": seen.open().ours().order_by(*soonest),
        "theirs": seen.open().theirs().order_by(*soonest),
        "proposed": asked.order_by("-given_at"),
        "ended": seen.filter(ended_at__gte=now - LATELY).order_by("-ended_at"),
    }
    return {kind: list(asked[: LIMITS[kind] + 1]) for kind, asked in kinds.items()}


def _histories(workspace_id: uuid.UUID, shown: dict[str, list[Promise]]) -> dict[uuid.UUID, tuple[Move, ...]]:
    keys = [promise.pk for listed in shown.values() for promise in listed]
    histories: dict[uuid.UUID, tuple[Move, ...]] = defaultdict(tuple)
    for move in Move.objects.within(workspace_id).filter(promise_id__in=keys).order_by("at"):
        histories[move.promise_id] += (move,)
    return histories


def _reasons(workspace_id: uuid.UUID, ended: Iterable[Promise]) -> dict[uuid.UUID, str]:
    """Why those were released that were, as the journal tells it."""
    released = [promise.pk for promise in ended if promise.state == Promise.State.RELEASED]
    told = Event.objects.within(workspace_id).filter(noun_id__in=released, verb="promise.released")
    return {
        noun: detail.get("reason", "")
        for noun, detail in told.order_by("at").values_list("noun_id", "detail")
    }


def _when(due: datetime | None, here: datetime) -> str:
    """The part in which a promise of ours stands, by its day."""
    if due is None:
        return "undated"
    if due <= here:
        return "late"
    days = (localtime(due).date() - here.date()).days
    if days == 0:
        return "today"
    return "week" if days <= 7 else "later"


def _is_overdue(promise: Promise, now: datetime) -> bool:
    return promise.state == Promise.State.OPEN and promise.due_at is not None and promise.due_at <= now
