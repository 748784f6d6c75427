"""Releasing: a draft becomes the very bytes that will go out, and stands in the outbox with the undo window before it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from kashuv.flows.outgoing import vowing
from kashuv.flows.outgoing.making import Unsendable, made_of
from kashuv.foundation.journal import writing as journal
from kashuv.rooms.calm import deciding
from kashuv.rooms.calm.guard import Seen
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft, Enclosure
from kashuv.rooms.post import outbox, parcels
from kashuv.rooms.post.models import Dispatch
from kashuv.rooms.post.parcels import Packed
from kashuv.rooms.team.models import Member, Workspace

UNDO = timedelta(seconds=10)


def release(
    draft: Draft, *, by: Member, at: datetime, leave_at: datetime | None = None, seen: Seen | None = None
) -> Dispatch:
    """Sends the draft at `leave_at`, but never within the undo window. Raises Unsendable, also if somebody has saved
    another version than the one that was looked at. `seen` is what the guard saw in it, and `by` sends it in spite of.

    A second press gives the dispatch of the first. The bytes are made before the transaction: with heavy files that
    takes seconds, for which nobody else should wait.
    """
    here = Draft.objects.within(draft.workspace_id).filter(pk=draft.pk)
    whole = here.select_related("mailbox__member", "gateway", "answers__letter").get()
    if (whole.state, whole.version) != (Draft.State.WRITING, draft.version):
        return _standing(whole)
    workspace = Workspace.objects.get(pk=whole.workspace_id)
    leaving, files = max(leave_at or at, at + UNDO), drafts.enclosed(whole)
    made = made_of(whole, files, by=by, workspace=workspace, leaving=leaving)
    packed = parcels.pack([made.pop("raw")])
    vows = vowing.as_it_leaves(whole, workspace, leaving)
    dispatch = _let_out(whole, files, packed, vows, seen, by=by, leave_at=leaving, at=at, **made)
    draft.state, draft.dispatch = Draft.State.LEAVING, dispatch
    return dispatch


@transaction.atomic
def _let_out(
    draft: Draft,
    files: Sequence[Enclosure],
    packed: Packed,
    vows: list[dict[str, Any]],
    seen: Seen | None,
    *,
    by: Member,
    leave_at: datetime,
    at: datetime,
    **made: Any,
) -> Dispatch:
    """Into the outbox, if the draft and its files are still those of which the bytes were made."""
    here = Draft.objects.within(draft.workspace_id).filter(pk=draft.pk)
    same = here.filter(state=Draft.State.WRITING, version=draft.version)
    if not same.update(state=Draft.State.LEAVING, vows=vows):
        return _standing(here.get())
    if [one.pk for one in drafts.enclosed(draft)] != [one.pk for one in files]:
        raise Unsendable("changed")
    (parcel,) = parcels.keep_packed(draft.workspace_id, packed).values()
    dispatch = outbox.put(
        draft.workspace_id, by=by, channel=draft.kind, source=draft.id, parcel=parcel, leave_at=leave_at, at=at, **made
    )  # fmt: skip
    here.update(dispatch=dispatch)
    deciding.let_out(draft, seen, leave_at=leave_at, by=by, at=at)
    journal.write(
        journal.line(draft.workspace_id, "draft.released", draft.id, at=at, by=by.id, client=draft.client_id)
    )
    return dispatch


def _standing(draft: Draft) -> Dispatch:
    """Where the draft went before."""
    if draft.state == Draft.State.WRITING:
        raise Unsendable("changed")
    sent = Dispatch.objects.within(draft.workspace_id).filter(source=draft.pk).order_by("-number").first()
    if sent is None or draft.state == Draft.State.DROPPED:
        raise Unsendable("dropped")
    return sent
