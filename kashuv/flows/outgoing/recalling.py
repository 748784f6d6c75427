"""Recalling: what was released comes back while it waits; what did not go is sent again, or let go, by a person."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from kashuv.flows.outgoing.making import may_send
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.post import outbox
from kashuv.rooms.post.models import Dispatch
from kashuv.rooms.team.models import Member

State = Dispatch.State


@transaction.atomic
def recall(draft: Draft, *, by: Member, at: datetime) -> bool:
    """The undo of sending: the draft can be written on. False if it has left, or nobody knows whether it has.

    What failed for certain comes back in the same way.
    """
    dispatch = _latest(draft)
    if dispatch is None:
        return False
    back = outbox.withdraw(dispatch, by=by, at=at)
    if not back and dispatch.state == State.FAILED:
        back = outbox.see_to(dispatch, by=by, at=at)  # not if it is being sent again
    return back and _to(draft, Draft.State.WRITING, "draft.recalled", by, at)


@transaction.atomic
def call_back(dispatch: Dispatch, *, by: Member, at: datetime) -> bool:
    """The same, of what stands in the outbox."""
    draft = Draft.objects.within(dispatch.workspace_id).filter(pk=dispatch.source).first()
    if draft is None or draft.state != Draft.State.LEAVING:  # what is left to those who were refused
        return outbox.withdraw(dispatch, by=by, at=at)
    return dispatch.state == State.WAITING and recall(draft, by=by, at=at)


@transaction.atomic
def send_again(dispatch: Dispatch, *, by: Member, at: datetime) -> Dispatch:
    """The same bytes once more, by a person's word; the draft follows the new dispatch. Raises Unsendable."""
    may_send(by, dispatch.mailbox)
    anew = outbox.again(dispatch, by=by, at=at)
    here = Draft.objects.within(dispatch.workspace_id).filter(pk=dispatch.source)
    here.filter(state=Draft.State.LEAVING).update(dispatch=anew)
    return anew


@transaction.atomic
def let_go(dispatch: Dispatch, *, by: Member, at: datetime) -> bool:
    """She has seen it and leaves it at that: a draft that failed can be written on, one whose fate is unknown is put
    aside."""
    if not outbox.see_to(dispatch, by=by, at=at):
        return False
    draft = Draft.objects.within(dispatch.workspace_id).filter(pk=dispatch.source).first()
    if draft is not None and dispatch.state == State.FAILED:
        _to(draft, Draft.State.WRITING, "draft.recalled", by, at)
    elif draft is not None and dispatch.state == State.UNKNOWN:
        _to(draft, Draft.State.DROPPED, "draft.dropped", by, at)
    return True


def _latest(draft: Draft) -> Dispatch | None:
    of_draft = Dispatch.objects.within(draft.workspace_id).filter(source=draft.pk)
    return of_draft.order_by("-number").first()


def _to(draft: Draft, state: str, verb: str, by: Member, at: datetime) -> bool:
    """From its way out to another state; False if it was not on its way."""
    ended = None if state == Draft.State.WRITING else at
    return drafts.turn(draft, [Draft.State.LEAVING], verb, by=by, at=at, state=state, ended_at=ended)
