"""A real server, and a mailbox of Noa's on it that no other test knows."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kashuv.flows.arrived import MailArrived
from kashuv.language.mime import TooMuch
from kashuv.rooms.post import mailboxes
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.models import Mailbox
from tests import dovecot
from tests.cast import NOW
from tests.flows.writing import arrived

_number = itertools.count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[dovecot.Dovecot]:
    if dovecot.PROGRAM is None:
        pytest.skip("dovecot-imapd is not installed")
    with dovecot.serving() as running:
        yield running


@pytest.fixture
def mailbox(noa, server) -> Mailbox:
    return opened(noa, server)


def opened(member, server: dovecot.Dovecot, port: int = 0, **more: object) -> Mailbox:
    """A mailbox that nobody has used yet; `port` where it is reached by another way."""
    login = f"noa{next(_number)}@kashuv.example"
    reached = Server("127.0.0.1", port or server.port, "none", login)
    return mailboxes.open_at(
        member.workspace,
        login,
        member=member,
        fetching=reached,
        sending=reached,
        secret={"password": dovecot.PASSWORD},
        by=member,
        at=NOW,
        **more,
    )


@contextmanager
def room(*_: object):
    """A reading room without a child, for tests that are about something else."""

    def read(raws):
        return [_read(raw) for raw in raws]

    yield read


def _read(raw: bytes) -> MailArrived | str:
    try:
        return arrived(raw)
    except TooMuch as reason:
        return str(reason)
