"""Sending: takes one dispatch as far as it will go, whatever the network does and wherever a worker before was killed.

What certainly did not go is tried again after growing pauses, or fails loudly. What was on its way when its worker was
killed is looked for among what was sent; if it is not there, nobody knows, and it is said so. It is never sent again.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from copy import copy
from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError, close_old_connections, transaction

from kashuv.rooms.post import fate, outbox, parcels
from kashuv.rooms.post.carriage import Carrier, Clock, Finder, Outcome, Steps
from kashuv.rooms.post.models import Dispatch

PAUSES = tuple(timedelta(minutes=n) for n in (1, 5, 15, 60, 240))
STUMBLES = (0.5, 3.0, 10.0)  # seconds
State = Dispatch.State
log = logging.getLogger(__name__)


def send(dispatch: Dispatch, carry: Carrier, find: Finder, *, now: Clock) -> None:
    """The next step of a dispatch as it stands just now; one that has ended, or waits for a later hour, is left alone.

    Whoever finds it leaving knows that the lease of the one before ran out, not that it was stopped: it may wake yet. So
    nothing is done here but to look and to say so, and no hand moves what another has taken up since (see fate).
    """
    if dispatch.state == State.LEAVING:
        _find_out(dispatch, find, now)
    elif dispatch.state == State.WAITING and dispatch.leave_at <= now():
        outcome = carry(
            dispatch,
            parcels.open(dispatch.parcel),
            leaving=lambda steps: fate.leave(dispatch, _told(steps), at=now()),
            now=now,
        )
        _surely(lambda: _end(copy(dispatch), outcome, find, now))


def _surely(write: Callable[[], None]) -> None:
    """What the server said is known to nobody else: a database that stumbles is asked again before it is given up.

    Each time from a copy of the dispatch as it stood, since a change that was rolled back would stay with the object.
    """
    for pause in STUMBLES:
        try:
            return write()
        except (OperationalError, InterfaceError):
            log.exception("What became of a letter could not be written; trying again in %s seconds.", pause)
            time.sleep(pause)
            close_old_connections()
    return write()


def _end(dispatch: Dispatch, outcome: Outcome, find: Finder, now: Clock) -> None:
    steps = _told(outcome.steps)
    match outcome.fate:
        case "sent":
            fate.settle_as_sent(dispatch, steps, outcome.refused, at=now(), name=outcome.name)
        case "refused":
            fate.fail(dispatch, steps, at=now())
        case "deferred":
            _again_later(dispatch, steps, now())
        case "unknown":
            fate.doubt(dispatch, steps, at=now())
            look_again(dispatch, find, now=now)
        case "yielded":
            pass  # withdrawn, or in the hand of another worker: it is theirs to say what becomes of it


@transaction.atomic
def _again_later(dispatch: Dispatch, steps: list[fate.Told], at: datetime) -> None:
    """After a pause that grows; when it was tried often enough, it has failed."""
    if dispatch.attempts >= len(PAUSES):
        fate.fail(dispatch, steps, at=at)
    elif fate.put_back(dispatch, steps, at + PAUSES[dispatch.attempts], at=at):
        outbox.ask_to_send(dispatch, at)


def _find_out(dispatch: Dispatch, find: Finder, now: Clock) -> None:
    """Another hand left with it, and was stopped, or sleeps, after the body had begun."""
    if find(dispatch):
        fate.settle_as_sent(dispatch, [_step("found", now())], at=now())
    else:
        fate.doubt(dispatch, [_step("stopped", now())], at=now())


def look_again(dispatch: Dispatch, find: Finder, *, now: Clock) -> bool:
    """Looks for what is unknown among what was sent; whether it was found there."""
    if dispatch.state != State.UNKNOWN or not find(dispatch):
        return False
    return fate.settle_as_sent(dispatch, [_step("found", now())], at=now())


def _step(name: str, at: datetime) -> fate.Told:
    return {"at": at.isoformat(), "step": name, "said": ""}


def _told(steps: Steps) -> list[fate.Told]:
    return [step.told() for step in steps]
