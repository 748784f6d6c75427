"""Receipts: what a network tells of a short message later is tied to its dispatch, by our name for it or the provider's.

A receipt also settles what nobody knew: whoever reports on a message has had it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from kashuv.rooms.post import fate, homing
from kashuv.rooms.post.channels.phones import Receipt
from kashuv.rooms.post.models import Dispatch, Gateway
from kashuv.rooms.post.rules.bounces import Report

State = Dispatch.State


@transaction.atomic
def tie(gateway: Gateway, receipts: Iterable[Receipt], *, at: datetime) -> None:
    """Each to its dispatch by this gateway; one about a message that we do not know is passed over."""
    for receipt in receipts:
        dispatch = _dispatch(gateway, receipt)
        if dispatch is not None and dispatch.state in (State.LEAVING, State.UNKNOWN, State.SENT):
            _tie(dispatch, receipt, at)


def _dispatch(gateway: Gateway, receipt: Receipt) -> Dispatch | None:
    sent = Dispatch.objects.within(gateway.workspace_id).filter(gateway_id=gateway.id)
    sent = sent.select_for_update(of=("self",))
    try:
        return sent.filter(pk=uuid.UUID(receipt.reference)).first()
    except ValueError:
        return sent.filter(message_id=receipt.name).order_by("-number").first() if receipt.name else None


def _tie(dispatch: Dispatch, receipt: Receipt, at: datetime) -> None:
    """A receipt may come more than once, and after the one that says more."""
    if dispatch.state != State.SENT:
        fate.settle_as_sent(dispatch, [], at=at, name=receipt.name)
    told = any(step["step"] == "reported" and step["said"] == receipt.said for step in dispatch.evidence)
    if not told and not dispatch.bounced:
        homing.hear(dispatch, Report(not receipt.arrived, "", receipt.said), at=at)
