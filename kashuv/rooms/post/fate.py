"""Fate: what becomes of a dispatch. Each change is conditional on the row that it expects, so that of two who try one wins.

    waiting ──► leaving ──► sent | failed | unknown ──► sent (when it is found, or a person vouches for it)
       ▲ └──────────│──────────────► failed
       └────────────┘ a certain "not this time" (or withdrawn, by a person, while it waits)

Nothing leads from unknown or failed back to waiting: only a person sends again, and that is another dispatch.

A worker may outlive its lease, and wake when the dispatch is in another's hand. So a hand moves only what stands as it
left it, state and number of tries (`_as_left`): at each try one hand leaves at most, and what a stale one heard of its
own connection says nothing of the other's. A yes is true whoever heard it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from kashuv.foundation.journal import writing as journal
from kashuv.foundation.queue import line
from kashuv.rooms.post.models import Dispatch
from kashuv.rooms.team.models import Member

SETTLE = "settle_dispatch"
LOOK = "look_for_dispatch"
LOOKS = (timedelta(minutes=1), timedelta(minutes=15))  # when what is unknown is looked for once more
KEPT = 80  # steps of evidence, the latest
State = Dispatch.State
UNENDED = (State.WAITING, State.LEAVING)
Told = dict[str, str]


@transaction.atomic
def leave(dispatch: Dispatch, steps: Sequence[Told], *, at: datetime) -> bool:
    """From here on only the server knows. False if the lease was lost, or if it waits no more: then nothing may leave."""
    if not line.still_ours(at):
        return False
    return turn(dispatch, _as_left(dispatch, State.WAITING), "", steps, at=at, state=State.LEAVING)


def put_back(dispatch: Dispatch, steps: Sequence[Told], until: datetime, *, at: datetime) -> bool:
    """It certainly did not go this time, and will be tried again at `until`."""
    return turn(
        dispatch,
        _as_left(dispatch, *UNENDED),
        "dispatch.put_back",
        steps,
        at=at,
        state=State.WAITING,
        attempts=dispatch.attempts + 1,
        leave_at=until,
    )


def fail(dispatch: Dispatch, steps: Sequence[Told], *, at: datetime) -> bool:
    """It certainly did not go, and will not by itself."""
    return turn(
        dispatch,
        _as_left(dispatch, *UNENDED),
        "dispatch.failed",
        steps,
        at=at,
        state=State.FAILED,
        attempts=dispatch.attempts + 1,
        ended_at=at,
        troubled_at=at,
    )


@transaction.atomic
def doubt(dispatch: Dispatch, steps: Sequence[Told], *, at: datetime) -> bool:
    """Nobody knows whether it arrived; the evidence says how far it came. A provider may yet show it among the sent."""
    doubted = turn(
        dispatch,
        _as_left(dispatch, *UNENDED),
        "dispatch.unknown",
        steps,
        at=at,
        state=State.UNKNOWN,
        attempts=dispatch.attempts + 1,
        ended_at=at,
        troubled_at=at,
    )
    for pause in LOOKS if doubted else ():
        key = f"{dispatch.id}:{pause}"
        asked = {"dispatch": str(dispatch.id)}
        when, where = at + pause, fetching_turn(dispatch)
        line.enqueue(dispatch.workspace_id, LOOK, asked, key=key, at=at, run_after=when, turn=where)
    return doubted


def fetching_turn(dispatch: Dispatch) -> str:
    """Of what its mailbox's other server, that of fetching, is asked."""
    return f"{dispatch.mailbox_id}/fetching" if dispatch.mailbox_id else ""


@transaction.atomic
def settle_as_sent(
    dispatch: Dispatch,
    steps: Sequence[Told],
    refused: Sequence[Sequence[str]] = (),
    *,
    at: datetime,
    by: Member | None = None,
    name: str = "",
) -> bool:
    """It went: the server said so, it was found among what was sent, or a person vouches for it.

    Whom the server refused is trouble all the same. What follows from having been said is a job of its own. `name` is
    what a provider calls it from now on.
    """
    went = turn(
        dispatch,
        _as_left(dispatch, State.LEAVING) | Q(state=State.UNKNOWN),
        "dispatch.sent",
        steps,
        at=at,
        by=by,
        state=State.SENT,
        refused=[list(one) for one in refused],
        ended_at=at,
        troubled_at=at if refused else None,
        **({"message_id": name[:500]} if name else {}),
    )
    if went:
        key = str(dispatch.id)
        line.enqueue(dispatch.workspace_id, SETTLE, {"dispatch": key}, key=key, at=at)
    return went


@transaction.atomic
def turn(
    dispatch: Dispatch,
    expected: Q,
    verb: str,
    steps: Sequence[Told] = (),
    *,
    at: datetime,
    by: Member | None = None,
    **change: Any,
) -> bool:
    """Changes row and object if the row stands as expected, with a line in the journal; says whether it did."""
    if steps:
        change["evidence"] = _with(dispatch, steps)
    here = _row(dispatch).filter(expected)
    if not here.update(**change):
        return False
    _set(dispatch, change)
    if verb:
        journal.write(journal.line(dispatch.workspace_id, verb, dispatch.id, at=at, by=by.id if by else None))
    return True


@transaction.atomic
def note(dispatch: Dispatch, step: Told, **change: Any) -> None:
    """What was heard of it afterwards, whatever its state."""
    change["evidence"] = _with(dispatch, [step])
    _row(dispatch).update(**change)
    _set(dispatch, change)


def _as_left(dispatch: Dispatch, *states: str) -> Q:
    """The row in one of these states, and still as this hand read or left it."""
    return Q(state__in=states) & Q(state=dispatch.state, attempts=dispatch.attempts)


def _with(dispatch: Dispatch, steps: Sequence[Told]) -> list[Told]:
    """The evidence so far and these; a step that stands there already is not told twice.

    What it is so far is asked under the row's lock: a report may come while a letter is still being handed over.
    """
    locked = _row(dispatch).select_for_update(of=("self",)).values_list("evidence", flat=True)
    kept: list[Told] = list(locked.first() or ())
    kept += [step for step in steps if step not in kept]
    return kept[-KEPT:]


def _row(dispatch: Dispatch) -> QuerySet[Dispatch]:
    return Dispatch.objects.within(dispatch.workspace_id).filter(pk=dispatch.pk)


def _set(dispatch: Dispatch, change: Mapping[str, Any]) -> None:
    for name, value in change.items():
        setattr(dispatch, name, value)
