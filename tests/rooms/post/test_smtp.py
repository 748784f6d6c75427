"""SMTP phase by phase: what ends a try, whether anything can have gone, and what was said."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from kashuv.foundation import clock
from kashuv.rooms.post.channels import smtp
from kashuv.rooms.post.channels.entering import Proof, Server, safety
from kashuv.rooms.post.channels.smtp import Envelope, Patience
from kashuv.rooms.post.rules import answers
from tests.certificates import own_certificate
from tests.smtp import Post, closed_port, listening

RAW = b"Message-ID: <1@us>\r\nSubject: x\r\n\r\n.dot\r\n..\r\nend\r\n"
SWIFT = Patience(talking=0.3, body=0.3, answer=0.3)
TO = Envelope("noa@us.example", ("yoav@gal.example", "old@gal.example"))


NOBODY = Proof("password", "")


@contextmanager
def dripping(begins: bytes, context: ssl.SSLContext | None = None) -> Iterator[int]:
    """A server that says its first words at once, whatever it hears, and then one sign after another without an end."""

    def drip(listener: socket.socket) -> None:
        with suppress(OSError):
            line, _ = listener.accept()
            with context.wrap_socket(line, server_side=True) if context else line as line:
                line.sendall(begins)
                while True:
                    line.sendall(b"x")
                    time.sleep(0.02)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=drip, args=(listener,), daemon=True).start()
        yield listener.getsockname()[1]


def carry(post, *, security="none", login="", proof=None, leaving=lambda steps: True, port=None, raw=RAW):
    server = Server("127.0.0.1", port or post.port, security, login)
    proof = proof or Proof("password", "right")
    return smtp.carry(server, proof, TO, raw, leaving=leaving, now=clock.now, patience=SWIFT)


def test_a_letter_arrives_to_the_byte_and_the_machine_is_not_named():
    with listening(Post()) as post:
        outcome = carry(post)
    [taken] = post.taken
    assert (outcome.fate, taken.raw, taken.recipients) == ("sent", RAW, TO.recipients)
    assert post.said[0] == b"ehlo us.example\r\n"


def test_no_lone_line_end_can_end_the_letter_early():
    with listening(Post()) as post:
        carry(post, raw=RAW + b"one\n.\nMAIL FROM:<x@y>\r\r.\r\n")
    [taken] = post.taken
    assert taken.raw == RAW + b"one\r\n.\r\nMAIL FROM:<x@y>\r\n\r\n.\r\n"


@pytest.mark.parametrize(
    ("fault", "fate", "step"),
    [
        ("busy", "deferred", "greeting"),
        ("hang_at_greeting", "deferred", "connect"),
        ("later_at_mail", "deferred", "sender"),
        ("hang_at_mail", "deferred", "sender"),
        ("later_at_rcpt", "deferred", "recipient"),
        ("later_at_data", "deferred", "go_ahead"),
        ("drop_after_dot", "unknown", "answer"),
        ("drop_after_dot_untaken", "unknown", "answer"),
        ("hang", "unknown", "answer"),
    ],
)
def test_what_happens_before_the_body_is_certain_and_silence_after_it_is_not(fault, fate, step):
    with listening(Post(plan=lambda session: fault)) as post:
        outcome = carry(post)
    assert (outcome.fate, outcome.steps[-1].name) == (fate, step)


@pytest.mark.parametrize(("answer", "fate"), [(b"451 4.3.0 Later", "deferred"), (b"554 5.7.1 No", "refused")])
def test_an_answer_to_the_dot_is_certain(answer, fate):
    with listening(Post(answer_to_dot=answer)) as post:
        outcome = carry(post)
    assert (outcome.fate, outcome.steps[-1].said) == (fate, answer.decode())
    assert post.taken == []


def test_nothing_of_the_letter_leaves_when_it_may_not():
    with listening(Post()) as post:
        outcome = carry(post, leaving=lambda steps: False)
    assert outcome.fate == "yielded"
    assert post.taken == [] and post.said[-1] == b"DATA\r\n"


def test_nobody_listens():
    outcome = carry(None, port=closed_port())
    assert (outcome.fate, outcome.steps[-1].name) == ("deferred", "connect")
    assert outcome.steps[-1].said.startswith("[broken]")


def test_some_are_refused_and_the_others_get_it():
    with listening(Post(refuses={"old@gal.example": b"550 5.1.1 No such user"})) as post:
        outcome = carry(post)
    assert (outcome.fate, outcome.refused) == ("sent", (("old@gal.example", "550 5.1.1 No such user"),))
    assert post.taken[0].recipients == ("yoav@gal.example",)


@pytest.mark.parametrize(("second", "fate"), [(b"550 No", "refused"), (b"450 Greylisted", "deferred")])
def test_if_all_are_refused_it_is_tried_again_while_one_may_be_taken_later(second, fate):
    refuses = {"yoav@gal.example": b"550 5.1.1 No such user", "old@gal.example": second}
    with listening(Post(refuses=refuses)) as post:
        assert carry(post).fate == fate


@pytest.mark.parametrize("kind", ["password", "token"])
def test_it_says_who_it_is_by_password_or_token_over_tls(kind, tmp_path, settings):
    context, settings.MAIL_CA = own_certificate(tmp_path)
    safety.cache_clear()
    for security in ("starttls", "tls"):
        post = Post(password="right", context=context, offers_tls=True, tls_at_once=security == "tls")
        with listening(post):
            good = carry(post, security=security, login="noa", proof=Proof(kind, "right"))
            bad = carry(post, security=security, login="noa", proof=Proof(kind, "wrong"))
        assert (good.fate, len(post.taken)) == ("sent", 1)
        assert (bad.fate, bad.steps[-1].name, bad.steps[-1].said[:3]) == ("refused", "login", "535")
    safety.cache_clear()


def test_a_certificate_that_nobody_trusts_and_a_server_without_tls(tmp_path):
    safety.cache_clear()
    context, _ = own_certificate(tmp_path)
    with listening(Post(context=context, tls_at_once=True)) as post:
        assert carry(post, security="tls").steps[-1].name == "tls"
    with listening(Post()) as post:
        outcome = carry(post, security="starttls")
    assert (outcome.fate, outcome.steps[-1].name) == ("refused", "tls")


def test_a_letter_that_is_too_long_for_the_server_is_refused_before_it_is_sent():
    with listening(Post()) as post:
        outcome = carry(post, raw=RAW + b"x" * 30_000_001)
    assert (outcome.fate, outcome.steps[-1].name) == ("refused", "sender")


def test_a_server_that_takes_the_letter_drop_by_drop_holds_up_no_others():
    proof = Proof("password", "right")
    raw = RAW + b"x" * 60 + b"\r\n" + (b"y" * 70 + b"\r\n") * 3000
    slow = Patience(talking=3, body=3, whole=-1.0, answer=3)
    with listening(Post()) as post:
        server = Server("127.0.0.1", post.port, "none", "")
        outcome = smtp.carry(server, proof, TO, raw, leaving=lambda steps: True, now=clock.now, patience=slow)
        assert (outcome.fate, outcome.steps[-1].name, post.taken) == ("unknown", "body", [])
    assert outcome.steps[-1].said.startswith("[silence]")


@pytest.mark.parametrize("phase", ["greeting", "hello"])
@pytest.mark.parametrize("security", ["none", "tls"])
def test_a_server_that_is_never_silent_has_its_end_too(tmp_path, settings, phase, security):
    """A letter of its answer every now and then: no patience with silence would ever end that."""
    context, settings.MAIL_CA = own_certificate(tmp_path)
    safety.cache_clear()
    swift = Patience(talking=0.3, before=0.5)
    with dripping(
        b"220 " if phase == "greeting" else b"220 ready\r\n250-", context if security == "tls" else None
    ) as port:
        server, began = Server("127.0.0.1", port, security, ""), time.monotonic()
        outcome = smtp.carry(
            server, NOBODY, TO, RAW, leaving=lambda steps: True, now=clock.now, patience=swift
        )
    safety.cache_clear()
    assert time.monotonic() - began < 2
    assert outcome.fate == "deferred" and answers.reason([step.told() for step in outcome.steps]) == "silence"


def test_a_server_that_drips_after_the_dot_leaves_it_unknown():
    swift = Patience(talking=0.3, before=0.1, whole=0.1, answer=0.4)
    with dripping(b"220 ready\r\n250 OK\r\n250 OK\r\n250 OK\r\n250 OK\r\n354 Go\r\n250-") as port:
        server = Server("127.0.0.1", port, "none", "")
        outcome = smtp.carry(
            server, NOBODY, TO, RAW, leaving=lambda steps: True, now=clock.now, patience=swift
        )
    assert (outcome.fate, outcome.steps[-1].name) == ("unknown", "answer")
    assert outcome.steps[-1].said.startswith("[silence]")
