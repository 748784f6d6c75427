"""Settling: what a firm and a member decide for themselves: names, tongues, hours, the morning letter."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from kashuv.foundation.journal import writing as journal
from kashuv.rooms.team.models import Member, Workspace


@transaction.atomic
def member(one: Member, *, at: datetime, **wishes: Any) -> None:
    """Her own wishes about herself."""
    _settle(one, wishes)
    journal.write(
        journal.line(one.workspace_id, "member.settled", one.id, at=at, by=one.id, what=sorted(wishes))
    )


@transaction.atomic
def workspace(firm: Workspace, *, by: Member, at: datetime, **wishes: Any) -> None:
    """The firm's name, tongue, zone and hours; whether `by` may say so is the door's to ask."""
    _settle(firm, wishes)
    journal.write(journal.line(firm.id, "workspace.settled", firm.id, at=at, by=by.id, what=sorted(wishes)))


def _settle(row: Member | Workspace, wishes: dict[str, Any]) -> None:
    for name, value in wishes.items():
        setattr(row, name, value)
    row.save(update_fields=list(wishes))
