"""After a backup was brought back: what waits in it may have left since it was made, and is not sent again unasked."""

from __future__ import annotations

from datetime import datetime

from kashuv.foundation.belonging import across_workspaces
from kashuv.rooms.post import fate
from kashuv.rooms.post.models import Dispatch


def doubt_what_was_due(at: datetime) -> int:
    """Every dispatch that should have left by now becomes one of whose fate nobody knows; how many there were.

    What is to leave later has certainly not left. What lies among the sent letters is found by itself (`fate.LOOKS`).
    """
    with across_workspaces("a backup holds every workspace"):
        due = list(Dispatch.objects.unended().filter(leave_at__lte=at))
    step = {"at": at.isoformat(), "step": "restored", "said": ""}
    return sum(fate.doubt(dispatch, [step], at=at) for dispatch in due)
