"""The jobs: what a worker does behind the pages, each bearing to be done twice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session

from kashuv.foundation.queue.job import Job
from kashuv.rooms.calm import opinions
from kashuv.rooms.care import pulse
from kashuv.rooms.team.models import Workspace

KEPT = timedelta(days=30)  # a finished job's row, so that the doctor can tell what was done
OFTEN = (
    "collect_all",
    "collect",
    "remind_of_opinions",
    "mend_outbox",
)  # these are so many that a day of them tells enough
KEPT_OFTEN = timedelta(days=1)


def feel_everyone(workspace: Workspace, _: Mapping[str, Any], at: datetime) -> None:
    """Feels every client's pulse anew: a change of rules or of a cadence reaches even those who are silent."""
    pulse.feel_all(workspace.id, at)


def remind_of_opinions(workspace: Workspace, _: Mapping[str, Any], at: datetime) -> None:
    """Whoever was asked for an opinion and has not answered for hours is reminded once."""
    opinions.remind_of_due(workspace.id, at=at)


def sweep(workspace: Workspace, _: Mapping[str, Any], at: datetime) -> None:
    """Clears away jobs done long ago and sessions that have ended."""
    ours = Job.objects.within(workspace.id)
    ours.filter(finished_at__lt=at - KEPT).delete()
    ours.filter(finished_at__lt=at - KEPT_OFTEN, task__in=OFTEN).delete()
    Session.objects.filter(expire_date__lt=at).delete()
