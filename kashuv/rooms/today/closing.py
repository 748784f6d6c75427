"""The closing of a day: each word for today is kept, moved or released; none is passed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kashuv.foundation.together import gathered
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member
from kashuv.rooms.today.gather.people import Channels, channels, people
from kashuv.rooms.today.gather.scope import Scope, scope_of
from kashuv.rooms.today.gather.standing import standing
from kashuv.rooms.today.rules import choice
from kashuv.rooms.today.rules.choice import Known
from kashuv.rooms.today.rules.hours import part_of


@dataclass(frozen=True, slots=True)
class Standing:
    """A word for today that stands, whom to turn to about it, and by which way."""

    promise: Promise
    person: Known | None
    way: str


def words_for_today(member: Member, at: datetime) -> list[Standing]:
    """Those of her clients, as on her plan, the soonest first; marks on the plan hide none of them."""
    scope = _scope(member, at)
    (keys,) = gathered(standing(scope))
    seen = Promise.objects.seen_by(member).filter(pk__in=keys)
    return turned_to(
        member, list(seen.select_related("client", "person", "entry").order_by("due_at", "id")), at
    )


def turned_to(member: Member, promises: Sequence[Promise], at: datetime) -> list[Standing]:
    """Each with the one who is told of it, by the way that he wishes."""
    scope, clients = _scope(member, at), list({one.client_id for one in promises})
    known, ways = gathered(people(scope, clients), channels(scope, clients))
    return [_standing(one, known.get(one.client_id, ()), ways[one.client_id]) for one in promises]


def _standing(promise: Promise, known: Sequence[Known], ways: Channels) -> Standing:
    person = choice.whom(known, promise.person_id)
    person = choice.at(promise.client.name, person) if person else None
    wished = choice.channel(ways.stated, ways.observed, "promise_due", person)
    return Standing(promise, person, choice.possible(wished, person))


def cannot_wait(member: Member, item_key: str, at: datetime) -> bool:
    """Whether an item of her plan holds a word for today while the day is closing: it can't be put off any more."""
    scope = _scope(member, at)
    if part_of(scope.day) != "closing" or "promise:" not in item_key:
        return False
    (keys,) = gathered(standing(scope))
    named = {name.split(":")[1] for name in item_key.split(".") if name.startswith("promise:")}
    return any(key.hex in named for key in keys)


def _scope(member: Member, at: datetime) -> Scope:
    return scope_of(member.workspace, at, reader=member, whose=member)
