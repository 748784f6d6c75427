"""IMAP against a real server: every way in, and the words for every way in which it fails."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from kashuv.rooms.post.channels.entering import Proof, Server, safety
from kashuv.rooms.post.channels.imap import Trouble, entered
from tests import dovecot
from tests.cast import NOW

LOGIN = "noa@kashuv.example"
HEBREW = "סיסמה-ארוכה"
RAW = b"From: yoav@gal.example\r\nMessage-ID: <one@gal.example>\r\n\r\nWords.\r\n"

pytestmark = pytest.mark.dovecot


@pytest.fixture(scope="module")
def server() -> Iterator[dovecot.Dovecot]:
    if dovecot.PROGRAM is None:
        pytest.skip("dovecot-imapd is not installed")
    with dovecot.serving(tls=True, password=HEBREW) as running:
        yield running


@pytest.fixture
def trusted(server, settings):
    """As a firm trusts its own authority."""
    settings.MAIL_CA = server.authority
    safety.cache_clear()
    yield
    safety.cache_clear()


def way(server: dovecot.Dovecot, security: str) -> Server:
    return Server("127.0.0.1", server.tls_port if security == "tls" else server.port, security, LOGIN)


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("security", ["tls", "starttls", "none"])
def test_each_way_in_with_a_password_in_hebrew(server, security):
    with entered(way(server, security), Proof("password", HEBREW)) as postbox:
        assert {place.path for place in postbox.places()} >= {"INBOX", "Sent"}


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_that_nobody_trusts_is_not_passed_by(server, security):
    safety.cache_clear()
    with (
        pytest.raises(Trouble, match=r"127\.0\.0\.1"),
        entered(way(server, security), Proof("password", HEBREW)),
    ):
        pass


def test_tls_where_none_is_spoken_is_said(server):
    plain = Server("127.0.0.1", server.port, "tls", LOGIN)
    with pytest.raises(Trouble, match="TLS"), entered(plain, Proof("password", HEBREW)):
        pass


def test_a_wrong_password_never_stands_in_what_is_said(server):
    with pytest.raises(Trouble) as said, entered(way(server, "none"), Proof("password", "mistaken")):
        pass
    assert "mistaken" not in str(said.value) and "127.0.0.1" in str(said.value)


def test_what_is_put_into_a_folder_is_found_by_its_name(server):
    with entered(way(server, "none"), Proof("password", HEBREW)) as postbox:
        postbox.put("Sent", RAW, at=NOW)
        [uid] = postbox.find("Sent", "one@gal.example")
        assert postbox.find("Sent", "two@gal.example") == []
        assert postbox.raw([uid]) == {uid: RAW} and postbox.flags([uid]) == {uid: ("\\Seen",)}
        [listed] = postbox.listed([uid, uid + 7])
        assert (listed.uid, listed.size) == (uid, len(RAW))


def test_reading_marks_nothing_and_a_word_of_the_server_wakes_the_listener(server):
    with entered(way(server, "none"), Proof("password", HEBREW)) as postbox:
        postbox.put("INBOX", RAW, at=NOW, flags=())
        postbox.look("INBOX")
        uids = postbox.uids()
        assert postbox.raw(uids) and postbox.beginnings(uids)
        assert set(postbox.flags(uids).values()) == {()}
        assert not postbox.listen(0.1)
        threading.Timer(0.2, _put_another, (server,)).start()
        began = time.monotonic()
        assert postbox.listen(10) and time.monotonic() - began < 8


def _put_another(server: dovecot.Dovecot) -> None:
    with entered(way(server, "none"), Proof("password", HEBREW)) as other:
        other.put("INBOX", RAW, at=NOW)
