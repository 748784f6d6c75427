"""The copy in Sent, with a real Dovecot: put there once, found again by its name, and a witness after a crash."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from kashuv.flows import outgoing
from kashuv.rooms.post import fate, filing
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.models import Dispatch, Mailbox
from tests import dovecot
from tests.cast import NOW
from tests.flows.outgoing import as_it_stands, draft, work
from tests.flows.outgoing import mailbox as opened
from tests.smtp import Post, listening

pytestmark = pytest.mark.skipif(dovecot.PROGRAM is None, reason="dovecot-imapd is not installed")
LATER = NOW + timedelta(hours=1)


@pytest.fixture(scope="module")
def imap() -> Iterator[dovecot.Dovecot]:
    with dovecot.serving() as running:
        yield running


@pytest.fixture
def post() -> Iterator[Post]:
    with listening(Post()) as server:
        yield server


@pytest.fixture
def box(noa, post, imap, request) -> Mailbox:
    login = f"{abs(hash(request.node.name))}@kashuv.example"
    made = opened(noa, post.port, password=dovecot.PASSWORD)
    return reached(made, Server("127.0.0.1", imap.port, "none", login).said())


def reached(box: Mailbox, fetching: dict[str, object]) -> Mailbox:
    Mailbox.objects.within(box.workspace_id).filter(pk=box.pk).update(fetching=fetching)
    box.fetching = fetching
    return box


def in_sent(imap, box) -> list[dict[bytes, object]]:
    """Flags and bytes of what lies there."""
    with imap.enter(box.fetching["login"]) as client:
        client.select_folder("Sent", readonly=True)
        return list(client.fetch(client.search(), ["FLAGS", "BODY[]"]).values())


def released(noa, gal, box) -> Dispatch:
    return outgoing.release(draft(noa, box, gal), by=noa, at=NOW)


def test_the_very_bytes_lie_in_sent_once_and_are_seen(noa, gal, box, post, imap):
    dispatch = released(noa, gal, box)
    work()
    filing.file(as_it_stands(dispatch), at=LATER)
    [copy] = in_sent(imap, box)
    assert copy[b"BODY[]"] == post.taken[0].raw
    assert b"\\Seen" in copy[b"FLAGS"]
    assert as_it_stands(dispatch).filed_at is not None


def test_a_provider_that_files_by_itself_gets_no_second_copy(noa, gal, box, post, imap, monkeypatch):
    monkeypatch.setattr(filing, "files_by_itself", lambda mailbox: True)
    dispatch = released(noa, gal, box)
    work()
    assert in_sent(imap, box) == []
    assert as_it_stands(dispatch).filed_at is not None


def test_without_imap_the_letter_goes_all_the_same_and_the_copy_is_tried_again(noa, gal, box, post):
    reached(box, {**box.fetching, "port": 1})
    dispatch = released(noa, gal, box)
    work()
    assert (as_it_stands(dispatch).state, as_it_stands(dispatch).filed_at) == ("sent", None)


@pytest.mark.parametrize(("lies_there", "state"), [(True, "sent"), (False, "unknown")])
def test_what_a_killed_worker_left_is_looked_for_among_the_sent(noa, gal, box, imap, lies_there, state):
    dispatch = released(noa, gal, box)
    fate.leave(dispatch, [], at=NOW)
    if lies_there:
        raw = f"Message-ID: <{dispatch.message_id}>\r\nSubject: x\r\n\r\nx\r\n".encode()
        with imap.enter(box.fetching["login"]) as client:
            client.append("Sent", raw)
    work()
    assert as_it_stands(dispatch).state == state


@pytest.mark.parametrize(
    ("host", "files"),
    [("smtp.gmail.com", True), ("smtp.office365.com", True), ("mail.gmail.com.example", False)],
)
def test_who_files_by_itself_is_known_by_its_host(host, files):
    assert filing.files_by_itself(Mailbox(sending={"host": host})) == files
