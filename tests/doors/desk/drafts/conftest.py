"""A mailbox of Noa's, so that her letters have a way out."""

from __future__ import annotations

import pytest

from kashuv.rooms.post import mailboxes
from kashuv.rooms.post.channels.entering import Server


@pytest.fixture
def mailbox(noa, now):
    server = Server("mail.rosen-levy.example", 993, "tls", "noa")
    return mailboxes.open_at(
        noa.workspace,
        "noa@rosen-levy.example",
        member=noa,
        fetching=server,
        sending=server,
        secret={"password": "x"},
        by=noa,
        at=now,
        name="נועה",
    )
