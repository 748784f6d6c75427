"""The timetable: which function does which task, and what rings when. Times are each workspace's own."""

from __future__ import annotations

from datetime import time

from kashuv.flows import jobs
from kashuv.flows.timetable import Daily, Timetable

TIMETABLE = Timetable(
    tasks={
        "sweep": jobs.sweep,
    },
    daily=(Daily("sweep", since=time(3, 30)),),
)
