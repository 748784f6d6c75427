"""Servers to connect to, and what is typed into the forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client as Visitor

from kashuv.rooms.post import mailboxes
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.team.models import Member
from tests import dovecot
from tests.cast import NOW
from tests.smtp import Post, listening

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ADDRESS = "noa@kashuv.example"
Open = Callable[..., Mailbox]


@pytest.fixture(scope="session")
def imap() -> Iterator[dovecot.Dovecot]:
    if dovecot.PROGRAM is None:
        pytest.skip("dovecot-imapd is not installed")
    with dovecot.serving() as running:
        yield running


@pytest.fixture
def post() -> Iterator[Post]:
    with listening(Post(password=dovecot.PASSWORD)) as running:
        yield running


def typed(imap_port: int, smtp_port: int, **more: str) -> dict[str, str]:
    """The second step, filled in."""
    return {
        "address": ADDRESS,
        "provider": "",
        "whose": "mine",
        "name": "נועה רוזן",
        "password": dovecot.PASSWORD,
        "login": ADDRESS,
        "fetching_host": "127.0.0.1",
        "fetching_port": str(imap_port),
        "fetching_security": "none",
        "sending_host": "127.0.0.1",
        "sending_port": str(smtp_port),
        "sending_security": "none",
        **more,
    }


@pytest.fixture
def open_mailbox() -> Open:
    def opened(
        by: Member, address: str = ADDRESS, *, member: Member | None = None, **more: object
    ) -> Mailbox:
        server = Server("127.0.0.1", 1, "none", address)
        return mailboxes.open_at(
            by.workspace,
            address,
            member=member,
            fetching=server,
            sending=server,
            secret={"password": "hush-hush"},
            by=by,
            at=NOW,
            **more,
        )

    return opened


def at_desk(member: Member) -> Visitor:
    visitor = Visitor()
    visitor.force_login(member.login, backend=BACKEND)
    return visitor
