"""The nine faults: N letters, a server (or a network, or a kill) that does wrong, and the account of it afterwards.

The promise that is counted: a letter is SENT only if the server took it, none is taken twice, and each that is not SENT
stands where a person sees it. `losses` and `doubles` must be 0.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from unittest import mock

from kashuv.flows import worker
from kashuv.flows.outgoing import jobs
from kashuv.flows.timetable import Timetable
from kashuv.foundation.keys import uuid7
from kashuv.rooms.post import outbox, parcels
from kashuv.rooms.post.channels import smtp
from kashuv.rooms.post.models import Dispatch, Mailbox
from kashuv.rooms.team.models import Member
from tests.cast import NOW
from tests.flows.outgoing import clock_at
from tests.smtp import Post, closed_port

SWIFT = smtp.Patience(talking=0.25, body=0.25, answer=0.25)
ROUNDS = tuple(timedelta(minutes=n) for n in (0, 2, 8, 25, 90, 340, 400))
VARIANTS = {
    "drop_after_dot": ("drop_after_dot", "drop_after_dot_untaken"),
    "hang": ("hang", "hang_untaken", "hang_at_mail", "hang_at_greeting"),
}
ALONE = Timetable(
    {
        outbox.SEND: jobs.send_dispatch,
        "look_for_dispatch": jobs.look_for_dispatch,
        "settle_dispatch": lambda *_: None,  # what follows a sending has its own tests
    }
)


@dataclass(frozen=True)
class Account:
    """What became of them: how many in each state, and what must not be."""

    states: Counter[str]
    losses: list[str]
    doubles: list[str]
    invisible: list[str]


def put(by: Member, box: Mailbox, n: int, at: datetime = NOW) -> None:
    """N letters, ready to leave at that moment."""
    for _ in range(n):
        mark = f"{uuid7().hex}@rosen-levy.example"
        raw = f"Message-ID: <{mark}>\r\nSubject: x\r\n\r\n.A line\r\nand {mark}\r\n".encode()
        (parcel,) = parcels.keep(by.workspace_id, [raw]).values()
        outbox.put(
            by.workspace_id, by=by, channel="mail", source=uuid7(), parcel=parcel, message_id=mark, mailbox=box,
            sender=box.address, recipients=["yoav@gal.example"], leave_at=at, at=at,
        )  # fmt: skip


def plan(fault: str, chance: random.Random) -> Callable[[int], str]:
    """Most sessions suffer, so that a letter may suffer several times."""
    variants = VARIANTS.get(fault, (fault,))
    return lambda session: chance.choice(variants) if chance.random() < 0.6 else ""


def suffer(fault: str, box: Mailbox, post: Post, chance: random.Random) -> None:
    """Works through everything under this fault, with hours in between."""
    with mock.patch.object(smtp, "PATIENT", SWIFT):
        for later in ROUNDS:
            with clock_at(NOW + later):
                while _reach(fault, box, post, chance) and worker.work_once(ALONE):
                    pass


def _reach(fault: str, box: Mailbox, post: Post, chance: random.Random) -> bool:
    """Where nobody listens, the mailbox's port leads nowhere; else to the server."""
    port = closed_port() if fault == "refused" and chance.random() < 0.6 else post.port
    if box.sending["port"] != port:
        box.sending = {**box.sending, "port": port}
        Mailbox.objects.within(box.workspace_id).filter(pk=box.pk).update(sending=box.sending)
    return True


def account(workspace_id: object, marks: Iterable[str]) -> Account:
    """The outbox beside what the server took."""
    rows = Dispatch.objects.within(workspace_id).values_list("message_id", "state", "troubled_at")  # type: ignore[arg-type]
    return reckon([(mark, state, troubled is not None) for mark, state, troubled in rows], marks)


def reckon(rows: Iterable[tuple[str, str, bool]], marks: Iterable[str]) -> Account:
    """`rows` are Message-ID, state and whether it is shown as trouble."""
    taken = Counter(marks)
    rows = list(rows)
    certain_no = ("failed", "waiting", "withdrawn")
    return Account(
        states=Counter(state for _, state, _ in rows),
        losses=[mark for mark, state, _ in rows if state == "sent" and not taken[mark]]
        + [mark for mark, state, _ in rows if state in certain_no and taken[mark]],
        doubles=[mark for mark, times in taken.items() if times > 1],
        invisible=[mark for mark, state, shown in rows if state in ("failed", "unknown") and not shown]
        + [mark for mark, state, _ in rows if state == "leaving"],
    )
