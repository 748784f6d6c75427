"""Letters that leave: from the outbox to a server on this machine, told on the timeline; and the mere sending of bytes."""

from __future__ import annotations

import argparse
import smtplib
import time

from bench.table import Row
from kashuv.config.timetable import TIMETABLE
from kashuv.flows import outgoing, worker
from kashuv.foundation import clock
from kashuv.foundation.queue.job import Job
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.post.models import Dispatch
from tests import cast
from tests.flows.outgoing import mailbox
from tests.smtp import Post, listening

LETTERS = 200


def measure(_: argparse.Namespace) -> list[Row]:

    noa = cast.member(cast.firm("Sending", "sending"), "Sender", "owner")
    with listening(Post()) as post:
        box = mailbox(noa, post.port, address="noa@sending.example")
        composing = _took(lambda: _release(noa, box))
        _let_leave(noa)
        sending = _took(_work)
        bare = _took(lambda: _bare(post))
        taken = len(post.taken) - LETTERS
    assert taken == LETTERS, f"{taken} of {LETTERS} arrived"
    return [
        Row("letters composed and put into the outbox", LETTERS / composing, "/s"),
        Row("letters sent, settled and told on the timeline", LETTERS / sending, "/s"),
        Row("the same letters by smtplib alone, a connection each", LETTERS / bare, "/s"),
    ]


def _release(noa, box) -> None:  # type: ignore[no-untyped-def]
    now = clock.now()
    for n in range(LETTERS):
        draft = Draft.objects.create(
            workspace_id=noa.workspace_id, member=noa, mailbox=box, made_at=now, saved_at=now, subject=f"הצעה {n}",
            to=[[f"איש {n}", f"person{n}@away.example"]], text="שלום,\n\nמצורפת ההצעה. אחזור אליך עד מחר.",
        )  # fmt: skip
        outgoing.release(draft, by=noa, at=now)


def _let_leave(noa) -> None:  # type: ignore[no-untyped-def]
    """The undo window is not what is measured."""
    Dispatch.objects.within(noa.workspace_id).update(leave_at=clock.now())
    Job.objects.within(noa.workspace_id).update(run_after=clock.now())


def _work() -> None:
    while worker.work_once(TIMETABLE):
        pass


def _bare(post: Post) -> None:
    for one in post.taken[:LETTERS]:
        with smtplib.SMTP("127.0.0.1", post.port, local_hostname="sending.example") as smtp:
            smtp.sendmail(one.sender, one.recipients, one.raw)


def _took(act) -> float:  # type: ignore[no-untyped-def]
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
