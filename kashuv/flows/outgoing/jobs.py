"""The jobs of the outbox: sending, settling, filing, looking for what is unknown; each bears to be done twice."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from kashuv.flows.outgoing.settling import settle
from kashuv.flows.outgoing.windows import free_until
from kashuv.foundation import clock
from kashuv.foundation.queue import line
from kashuv.rooms.post import fate, filing, outbox, sending
from kashuv.rooms.post.carriage import Carrier
from kashuv.rooms.post.carriers import carrier_of
from kashuv.rooms.post.models import Dispatch
from kashuv.rooms.post.phoning import by_phone
from kashuv.rooms.team.models import Workspace

FILE = "file_dispatch"
WATCHED = timedelta(days=30)
LOST = timedelta(
    minutes=15
)  # after which it is asked for once more; a job that still waits or runs is left alone
Told = Mapping[str, Any]


def send_dispatch(workspace: Workspace, told: Told, at: datetime) -> None:
    """One try. A job of an earlier try, taken over late from a killed worker, has nothing left to do."""
    dispatch = _dispatch(workspace, told)
    if dispatch is not None and dispatch.attempts == told["try"]:
        sending.send(dispatch, _carrier(dispatch), partial(filing.find, at=at), now=clock.now)


def _carrier(dispatch: Dispatch) -> Carrier:
    """WhatsApp's has to know how long our own words are welcome."""
    if dispatch.channel != Dispatch.Channel.WHATSAPP or dispatch.gateway is None:
        return carrier_of(dispatch)
    return partial(by_phone, free_until=free_until(dispatch.gateway, dispatch.recipients[0]))


def settle_dispatch(workspace: Workspace, told: Told, at: datetime) -> None:
    """Tells it on the timeline, and asks for the copy in Sent, which may fail without hurting anything."""
    dispatch = _dispatch(workspace, told)
    if dispatch is None:
        return
    settle(dispatch, at)
    if dispatch.channel == Dispatch.Channel.MAIL:
        turn = fate.fetching_turn(dispatch)
        line.enqueue(workspace.id, FILE, dict(told), key=str(dispatch.id), at=at, turn=turn)


def file_dispatch(workspace: Workspace, told: Told, at: datetime) -> None:
    """Puts the copy into Sent; what goes wrong is raised, so that the queue tries it again."""
    dispatch = _dispatch(workspace, told)
    if dispatch is not None and dispatch.filed_at is None:
        filing.file(dispatch, at=at)


def look_for_dispatch(workspace: Workspace, told: Told, at: datetime) -> None:
    """Whether what is unknown has come to lie among the sent."""
    dispatch = _dispatch(workspace, told)
    if dispatch is not None:
        sending.look_again(dispatch, partial(filing.find, at=at), now=clock.now)


def mend_outbox(workspace: Workspace, _: Told, at: datetime) -> None:
    """Asks anew for what should have left, or been told, a while ago, and whose job has given up: nothing waits forever."""
    forgotten = Dispatch.objects.within(workspace.id).unended().filter(leave_at__lt=at - LOST)
    for dispatch in forgotten:
        outbox.ask_to_send(dispatch, at)
        line.revive(workspace.id, outbox.SEND, outbox.key_of(dispatch), at=at)
    for key in _untold(workspace, at):
        line.revive(workspace.id, fate.SETTLE, str(key), at=at)


def _untold(workspace: Workspace, at: datetime) -> list[uuid.UUID]:
    """What has gone of late and stands on no timeline."""
    sent = Dispatch.objects.within(workspace.id).filter(state=Dispatch.State.SENT, made_at__gt=at - WATCHED)
    gone = sent.filter(channel=Dispatch.Channel.MAIL, letter__isnull=True, ended_at__lt=at - LOST)
    return list(gone.values_list("pk", flat=True))


def _dispatch(workspace: Workspace, told: Told) -> Dispatch | None:
    rows = Dispatch.objects.within(workspace.id).select_related("mailbox", "gateway", "parcel", "by")
    return rows.filter(pk=uuid.UUID(told["dispatch"])).first()
