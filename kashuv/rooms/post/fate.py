"""Fate: what becomes of a dispatch. Each change is conditional on the state that it expects, so that of two who try one wins.

    waiting ──► leaving ──► sent | failed | unknown ──► sent (when it is found, or a person vouches for it)
       ▲ └──────────│──────────────► failed
       └────────────┘ a certain "not this time" (or withdrawn, by a person, while it waits)

Nothing leads from unknown or failed back to waiting: only a person sends again, and that is another dispatch.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

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
    return turn(dispatch, (State.WAITING,), "", at=at, state=State.LEAVING, evidence=_with(dispatch, steps))


def put_back(dispatch: Dispatch, steps: Sequence[Told], until: datetime, *, at: datetime) -> bool:
    """It certainly did not go this time, and will be tried again at `until`."""
    return turn(
        dispatch,
        UNENDED,
        "dispatch.put_back",
        at=at,
        state=State.WAITING,
        evidence=_with(dispatch, steps),
        attempts=dispatch.attempts + 1,
        leave_at=until,
    )


def fail(dispatch: Dispatch, steps: Sequence[Told], *, at: datetime) -> bool:
    """It certainly did not go, and will not by itself."""
    return turn(
        dispatch,
        UNENDED,
        "dispatch.failed",
        at=at,
        state=State.FAILED,
        evidence=_with(dispatch, steps),
        attempts=dispatch.attempts + 1,
        ended_at=at,
        troubled_at=at,
    )


@transaction.atomic
def doubt(
    dispatch: Dispatch, steps: Sequence[Told], *, at: datetime, expected: Sequence[str] = (State.LEAVING,)
) -> bool:
    """Nobody knows whether it arrived; the evidence says how far it came. A provider may yet show it among the sent."""
    doubted = turn(
        dispatch,
        expected,
        "dispatch.unknown",
        at=at,
        state=State.UNKNOWN,
        evidence=_with(dispatch, steps),
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
        (State.LEAVING, State.UNKNOWN),
        "dispatch.sent",
        at=at,
        by=by,
        state=State.SENT,
        evidence=_with(dispatch, steps),
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
    expected: Sequence[str],
    verb: str,
    *,
    at: datetime,
    by: Member | None = None,
    **change: Any,
) -> bool:
    """Changes row and object if the row stands as expected, with a line in the journal; says whether it did."""
    here = Dispatch.objects.within(dispatch.workspace_id).filter(pk=dispatch.pk, state__in=expected)
    if not here.update(**change):
        return False
    for name, value in change.items():
        setattr(dispatch, name, value)
    if verb:
        journal.write(journal.line(dispatch.workspace_id, verb, dispatch.id, at=at, by=by.id if by else None))
    return True


def _with(dispatch: Dispatch, steps: Sequence[Told]) -> list[Told]:
    """The evidence so far and these; a step that stands there already is not told twice."""
    kept: list[Told] = list(dispatch.evidence)
    kept += [step for step in steps if step not in kept]
    return kept[-KEPT:]
