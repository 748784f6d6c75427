"""The timetable: which function does which task, and what rings when. Times are each workspace's own."""

from __future__ import annotations

from datetime import time
from functools import partial

from kashuv.flows import hearing, jobs
from kashuv.flows.collecting import jobs as collecting
from kashuv.flows.morning import send_mornings
from kashuv.flows.outgoing import jobs as outgoing
from kashuv.flows.timetable import Daily, Every, Lane, Timetable
from kashuv.transfer.arriving import job as arriving
from kashuv.transfer.arriving.letters import reading_room

TIMETABLE = Timetable(
    tasks={
        "feel_everyone": jobs.feel_everyone,
        "send_mornings": send_mornings,
        "sweep": jobs.sweep,
        "remind_of_opinions": jobs.remind_of_opinions,
        "send_dispatch": outgoing.send_dispatch,
        "settle_dispatch": outgoing.settle_dispatch,
        "file_dispatch": outgoing.file_dispatch,
        "look_for_dispatch": outgoing.look_for_dispatch,
        "mend_outbox": outgoing.mend_outbox,
        "join_parts": hearing.join_parts,
        "collect_all": collecting.collect_all,
        "collect": partial(collecting.collect, room=reading_room),
        "carry": arriving.carry,
        "take_back": arriving.take_back,
        "tidy": arriving.tidy,
    },
    daily=(
        Daily("feel_everyone", since=time(3, 0)),
        Daily("sweep", since=time(3, 30)),
        Daily("tidy", since=time(4, 0)),
        Daily("send_mornings", since=time(7, 0), until=time(11, 0)),
    ),
    often=(
        Every("collect_all", minutes=5),
        Every("remind_of_opinions", minutes=15),
        Every("mend_outbox", minutes=15),
    ),
    apart=(
        Lane("collecting", frozenset({"collect"}), hands=2),
        Lane("sending", frozenset({"send_dispatch", "look_for_dispatch", "file_dispatch"}), hands=4),
    ),
)
