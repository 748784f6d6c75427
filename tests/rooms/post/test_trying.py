"""A connection is tried before it is kept: what is wrong is said plainly, in time, and no letter leaves."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.utils import translation

from kashuv.foundation import clock
from kashuv.rooms.post import advice
from kashuv.rooms.post.channels import trying
from kashuv.rooms.post.channels.entering import Proof, Server, safety
from kashuv.rooms.post.channels.trying import Trial, try_both
from kashuv.rooms.post.rules.providers import BY_KEY
from tests import dovecot
from tests.certificates import own_certificate
from tests.smtp import Post, closed_port, listening

NOA = "noa@kashuv.example"
RIGHT = Proof("password", dovecot.PASSWORD)
WRONG = Proof("password", "not this one")
pytestmark = pytest.mark.dovecot


@pytest.fixture(scope="module")
def imap() -> Iterator[dovecot.Dovecot]:
    if dovecot.PROGRAM is None:
        pytest.skip("dovecot-imapd is not installed")
    with dovecot.serving() as running:
        yield running


@pytest.fixture
def post() -> Iterator[Post]:
    with listening(Post(password=dovecot.PASSWORD)) as running:
        yield running


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def at(port: int, security: str = "none", host: str = "127.0.0.1", login: str = NOA) -> Server:
    return Server(host, port, security, login)


def tried(fetching: Server, sending: Server, proof: Proof = RIGHT, **more: float) -> tuple[Trial, Trial]:
    """Both ways, as they are read in the tongue in force."""
    found = try_both(fetching, sending, proof, NOA, now=clock.now, **more)
    said = {way: Trial(one.well, str(one.said), str(one.advice)) for way, one in found.items()}
    return said["fetching"], said["sending"]


@contextmanager
def silent() -> Iterator[int]:
    """A server that takes the call and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_both_ways_are_open_and_no_letter_has_left(imap, post):
    fetching, sending = tried(at(imap.port), at(post.port))
    assert fetching == Trial(True, "It opens: 0 letters in the inbox.")
    assert sending == Trial(True, "It takes letters from this address.")
    assert post.taken == [] and b"DATA\r\n" not in post.said


def test_a_wrong_password_is_told_of_both_with_what_to_do(imap, post):
    for trial in tried(at(imap.port), at(post.port), WRONG):
        assert not trial.well and "did not accept the login or the password" in trial.said
        assert "app password" in trial.advice
        assert WRONG.words not in trial.said + trial.advice


def test_at_a_known_provider_the_advice_names_where_an_app_password_is_made(monkeypatch, imap):
    monkeypatch.setattr(advice, "provider_at", lambda host, port: BY_KEY["gmail"])
    fetching, _sending = tried(at(imap.port), at(closed_port()), WRONG)
    assert "https://myaccount.google.com/apppasswords" in fetching.advice


def test_one_way_may_be_open_and_the_other_closed(imap):
    port = closed_port()
    fetching, sending = tried(at(imap.port), at(port))
    assert fetching.well and not sending.well
    assert sending.said == f"Nobody listens at 127.0.0.1 on port {port}."


def test_a_name_that_nobody_has(imap, post):
    fetching, sending = tried(at(993, "tls", "imap.nowhere.invalid"), at(587, "starttls", "bad..name"))
    assert fetching.said == "There is no server named imap.nowhere.invalid."
    assert "letters that can't be sent" in sending.said


def test_a_silent_server_does_not_hold_anybody_up(post):
    with silent() as port:
        began = time.monotonic()
        fetching, sending = tried(at(port), at(post.port), longest=0.5)
        assert time.monotonic() - began < 2
    assert fetching.said == f"127.0.0.1 does not answer on port {port}."
    assert sending.well


def test_tls_where_none_is_spoken(imap, post):
    fetching, sending = tried(at(imap.port, "tls"), at(post.port, "tls"))
    for trial, port in ((fetching, imap.port), (sending, post.port)):
        assert trial.said == f"127.0.0.1 does not speak TLS on port {port}; look at port and security."


def test_starttls_where_none_is_offered(post, imap):
    fetching, sending = tried(at(imap.port, "starttls"), at(post.port, "starttls"))
    assert not fetching.well
    assert "offers no STARTTLS" in sending.said


def test_a_certificate_that_nobody_vouches_for(imap, tmp_path):
    context, _authority = own_certificate(tmp_path)
    safety.cache_clear()
    with listening(Post(context=context, tls_at_once=True)) as post:
        _fetching, sending = tried(at(imap.port), at(post.port, "tls"))
    assert "can't be trusted" in sending.said and "KASHUV_MAIL_CA" in sending.advice


def test_a_trusted_certificate_opens(imap, tmp_path, settings):
    context, settings.MAIL_CA = own_certificate(tmp_path)
    assert isinstance(context, ssl.SSLContext)
    safety.cache_clear()
    with listening(Post(context=context, tls_at_once=True, password=dovecot.PASSWORD)) as post:
        _fetching, sending = tried(at(imap.port), at(post.port, "tls"))
    safety.cache_clear()
    assert sending.well


def test_a_token_is_shown_as_the_providers_want_it(imap):
    with listening(Post(password="an-access-token")) as post:
        token = Proof("token", "an-access-token")
        _fetching, sending = tried(at(imap.port), at(post.port), token)
        _fetching, refused = tried(at(imap.port), at(post.port), Proof("token", "an old one"))
    assert sending.well and not refused.well


def test_a_missing_folder_of_sent_letters_is_told(monkeypatch, imap, post):
    monkeypatch.setattr(trying.roles, "role_of", lambda path, marks: "inbox")
    fetching, _sending = tried(at(imap.port), at(post.port))
    assert fetching.well and "No folder of sent letters" in fetching.advice


def test_it_is_said_in_the_tongue_of_whoever_asks(imap, post):
    with translation.override("he"):
        fetching, sending = tried(at(imap.port), at(post.port), WRONG)
    assert "לא קיבל" in fetching.said and "לא קיבל" in sending.said
