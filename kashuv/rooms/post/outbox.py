"""The outbox: puts a message on its way, lets it be withdrawn while it waits, and sends it again when a person says so.

What a machine may do with a dispatch stands in `fate`. A message is never sent twice without somebody's asking, and the
second sending carries the same bytes under the same Message-ID, so that the receiver can drop a double.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, Q

from kashuv.foundation.journal import writing as journal
from kashuv.foundation.queue import line
from kashuv.rooms.post import fate
from kashuv.rooms.post.models import Dispatch, Gateway, Mailbox, Parcel
from kashuv.rooms.team.models import Member

SEND = "send_dispatch"
State = Dispatch.State


@transaction.atomic
def put(
    workspace_id: uuid.UUID,
    *,
    by: Member,
    channel: str,
    source: uuid.UUID,
    parcel: Parcel,
    message_id: str,
    sender: str,
    recipients: Iterable[str],
    leave_at: datetime,
    at: datetime,
    mailbox: Mailbox | None = None,
    gateway: Gateway | None = None,
) -> Dispatch:
    """The intent to send, written down together with the job that will do it. It leaves at `leave_at`, not before."""
    dispatch = Dispatch.objects.create(
        workspace_id=workspace_id,
        by=by,
        channel=channel,
        mailbox=mailbox,
        gateway=gateway,
        source=source,
        number=_next_number(workspace_id, source),
        parcel=parcel,
        message_id=message_id,
        sender=sender,
        recipients=list(recipients),
        leave_at=leave_at,
        made_at=at,
    )
    ask_to_send(dispatch, at)
    _tell(dispatch, "dispatch.put", by, at)
    return dispatch


def _next_number(workspace_id: uuid.UUID, source: uuid.UUID) -> int:
    of_source = Dispatch.objects.within(workspace_id).filter(source=source)
    return (of_source.aggregate(last=Max("number"))["last"] or 0) + 1


def ask_to_send(dispatch: Dispatch, at: datetime) -> None:
    """Asks the queue for the next try, once for each number of tries; by one mailbox or gateway they go one by one."""
    line.enqueue(
        dispatch.workspace_id,
        SEND,
        {"dispatch": str(dispatch.id), "try": dispatch.attempts},
        key=key_of(dispatch),
        at=at,
        run_after=dispatch.leave_at,
        turn=str(dispatch.mailbox_id or dispatch.gateway_id or ""),
    )


def key_of(dispatch: Dispatch) -> str:
    """The name of the job for its next try."""
    return f"{dispatch.id}:{dispatch.attempts}"


def withdraw(dispatch: Dispatch, *, by: Member, at: datetime) -> bool:
    """Takes it back while it still waits; False if it has left, or been withdrawn, already."""
    waiting = Q(state=State.WAITING)
    return fate.turn(
        dispatch, waiting, "dispatch.withdrawn", at=at, by=by, state=State.WITHDRAWN, ended_at=at
    )


@transaction.atomic
def again(dispatch: Dispatch, *, by: Member, at: datetime) -> Dispatch:
    """A person sends it once more: what failed or is unknown to all, what was sent in part to those who were refused.

    A second press gives the dispatch of the first.
    """
    if not _see(dispatch, "dispatch.sent_again", by, at):
        return _latest(dispatch)
    return put(
        dispatch.workspace_id,
        by=by,
        channel=dispatch.channel,
        source=dispatch.source,
        parcel=dispatch.parcel,
        message_id=dispatch.message_id,
        sender=dispatch.sender,
        recipients=_still_without(dispatch),
        leave_at=at,
        at=at,
        mailbox=dispatch.mailbox,
        gateway=dispatch.gateway,
    )


def _still_without(dispatch: Dispatch) -> Sequence[str]:
    refused = [address for address, _ in dispatch.refused]
    return refused if dispatch.state == State.SENT else dispatch.recipients


def _latest(dispatch: Dispatch) -> Dispatch:
    of_source = Dispatch.objects.within(dispatch.workspace_id).filter(source=dispatch.source)
    return of_source.order_by("-number")[0]


def see_to(dispatch: Dispatch, *, by: Member, at: datetime) -> bool:
    """A person has seen what went wrong and leaves it at that."""
    return _see(dispatch, "dispatch.seen_to", by, at)


def _see(dispatch: Dispatch, verb: str, by: Member, at: datetime) -> bool:
    """What is in trouble is seen once."""
    here = Dispatch.objects.within(dispatch.workspace_id).filter(pk=dispatch.pk).troubled()
    if not here.update(seen_to_at=at):
        return False
    dispatch.seen_to_at = at
    _tell(dispatch, verb, by, at)
    return True


def vouch(dispatch: Dispatch, *, by: Member, at: datetime) -> bool:
    """A person knows that it arrived, where the servers did not say."""
    step = {"at": at.isoformat(), "step": "vouched", "said": by.name}
    return dispatch.state == State.UNKNOWN and fate.settle_as_sent(dispatch, [step], at=at, by=by)


def _tell(dispatch: Dispatch, verb: str, by: Member, at: datetime, **detail: Any) -> None:
    journal.write(journal.line(dispatch.workspace_id, verb, dispatch.id, at=at, by=by.id, **detail))
