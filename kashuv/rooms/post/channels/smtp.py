"""SMTP: takes one letter to its server, phase by phase, and knows at each moment whether the server can have it.

Up to the go-ahead (354) nothing of the letter has left, so whatever goes wrong is a certain failure. From the first byte
of the body on, only the server's answer to the final dot says what became of it (RFC 5321, 4.1.1.4 and 4.2.5): 2xx means
that it has it, 4xx and 5xx that it has not, and silence means that nobody knows.
"""

from __future__ import annotations

import contextlib
import re
import smtplib
import socket
import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kashuv.foundation.network import Lasting, Private, reach
from kashuv.rooms.post.carriage import Clock, Fate, Leaving, Outcome, Step
from kashuv.rooms.post.channels.entering import PATIENCE, Proof, Server, safety

READY, GO_AHEAD = 220, 354
PIECE = 65_536  # bytes
GOODBYE = 2.0  # seconds for the politeness of QUIT
_line_begins_with_dot = re.compile(rb"(?m)^\.")
_lone_end = re.compile(rb"\r(?!\n)|(?<!\r)\n")  # by which a letter could end early at some servers


@dataclass(frozen=True, slots=True)
class Envelope:
    """From whom and to whom, as the servers are told; a blind copy stands here alone."""

    sender: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds without a byte after which a server counts as silent; RFC 5321 (4.5.3.2) asks for more after the body.

    `before` and `whole` bound what is never silent: all that is said up to the go-ahead, and all of the body.
    """

    talking: float = PATIENCE
    before: float = 180.0
    body: float = 180.0
    whole: float = 900.0
    answer: float = 600.0


PATIENT = Patience()


class No(Exception):
    """The server said no. `final` says that it will say so again."""

    def __init__(self, code: int, said: str) -> None:
        super().__init__(said)
        self.final = 500 <= code < 600


@dataclass
class Walk:
    """The way through the phases: where it is, and what was said at each."""

    now: Clock
    lasting: Lasting
    steps: list[Step] = field(default_factory=list)
    at: str = "connect"
    refused: list[tuple[str, str]] = field(default_factory=list)

    def heard(self, code: int, words: bytes | str) -> str:
        """Notes an answer of the server at this phase."""
        said = f"{code} {_text(words)}".strip()
        self.note(said)
        return said

    def note(self, said: str) -> None:
        """Notes what happened at this phase."""
        self.steps.append(Step(self.now(), self.at, said))

    def expect(self, answer: tuple[int, bytes], *codes: int) -> None:
        """Raises No unless the answer is one of these codes."""
        said = self.heard(*answer)
        if answer[0] not in codes:
            raise No(answer[0], said)

    def ended(self, fate: Fate, said: str = "") -> Outcome:
        """What came of it; `said` is what ended the walk here, where that was no answer."""
        if said:
            self.note(said)
        return Outcome(fate, tuple(self.steps), tuple(self.refused))


def carry(
    server: Server,
    proof: Proof,
    envelope: Envelope,
    raw: bytes,
    *,
    leaving: Leaving,
    now: Clock,
    patience: Patience | None = None,
) -> Outcome:
    """Takes the letter to the server, once; never raises for what the network or the server does."""
    patience = patience or PATIENT
    with contextlib.ExitStack() as opened:
        walk = Walk(now, opened.enter_context(Lasting(patience.before)))
        try:
            smtp = opened.enter_context(_connected(walk, server, envelope, patience))
            _introduce(walk, smtp, server, proof)
            _up_to_the_go_ahead(walk, smtp, envelope, len(raw))
        except No as no:
            return walk.ended("refused" if no.final else "deferred")
        except Private as where:
            return walk.ended("refused", f"[private] {where}")
        except (OSError, smtplib.SMTPException, ValueError) as fault:
            return walk.ended("deferred", _fault(walk, fault))
        if not leaving(tuple(walk.steps)):
            return walk.ended("yielded")  # without its dot the server throws away what was begun
        walk.lasting.extend(patience.whole + patience.answer)
        return _hand_over(walk, smtp, raw, patience)


def knock(
    server: Server, proof: Proof, sender: str, *, now: Clock, patience: Patience = PATIENT
) -> Step | None:
    """As far as the sender's name and back again, without a letter: the step at which the server said no, or None.

    What the network does is raised as it comes (see troubles.at_the_door).
    """
    with Lasting(patience.before) as lasting:
        walk = Walk(now, lasting)
        try:
            with _connected(walk, server, Envelope(sender, ()), patience) as smtp:
                _introduce(walk, smtp, server, proof)
                walk.at = "sender"
                walk.expect(smtp.mail(sender), 250)
                with contextlib.suppress(OSError):
                    smtp.quit()
        except No:
            return walk.steps[-1]
    return None


@contextlib.contextmanager
def _connected(walk: Walk, server: Server, envelope: Envelope, patience: Patience) -> Iterator[smtplib.SMTP]:
    """The connection, which is let go at once afterwards: whatever is still to be said is of no consequence."""
    home = envelope.sender.rpartition("@")[2]  # not the name of this machine, which is nobody's business
    way: dict[str, Any] = {
        "local_hostname": home,
        "timeout": patience.talking,
        "lasting": walk.lasting,
    }
    try:
        if server.security == "tls":
            smtp: smtplib.SMTP = _SafeLine(server.host, server.port, context=safety(), **way)
        else:
            smtp = _Line(server.host, server.port, **way)
    except smtplib.SMTPConnectError as answer:
        walk.at = "greeting"
        raise No(answer.smtp_code, walk.heard(answer.smtp_code, answer.smtp_error)) from None
    walk.note(f"{server.host}:{server.port}")
    if (
        smtp.sock is not None
    ):  # the dot does not wait until the server has confirmed the body: 40 ms of each letter
        smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    walk.at = "greeting"
    try:
        yield smtp
    finally:
        smtp.close()


class _Line(smtplib.SMTP):
    """Leads only where it may, and lasts only so long."""

    def __init__(self, host: str, port: int, *, lasting: Lasting, **way: Any) -> None:
        self._lasting = lasting
        super().__init__(host, port, **way)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        return reach(host, port, timeout, self._lasting)


class _SafeLine(smtplib.SMTP_SSL, _Line):
    """With TLS from the first byte, over such a line."""

    def __init__(self, host: str, port: int, *, lasting: Lasting, **way: Any) -> None:
        self._lasting = lasting
        smtplib.SMTP_SSL.__init__(self, host, port, **way)


def _introduce(walk: Walk, smtp: smtplib.SMTP, server: Server, proof: Proof) -> None:
    walk.expect(_hello(smtp), 250)
    if server.security == "starttls":
        walk.at = "tls"
        if not smtp.has_extn("starttls"):
            raise No(500, walk.heard(500, "STARTTLS is not offered"))
        walk.expect(smtp.starttls(context=safety()), READY)
        walk.expect(_hello(smtp), 250)
    if server.login:
        walk.at = "login"
        _log_in(walk, smtp, server.login, proof)


def _hello(smtp: smtplib.SMTP) -> tuple[int, bytes]:
    answer = smtp.ehlo()
    return answer if 200 <= answer[0] < 300 else smtp.helo()


def _log_in(walk: Walk, smtp: smtplib.SMTP, login: str, proof: Proof) -> None:
    """By password, or by the token that the provider gave (XOAUTH2)."""
    try:
        if proof.kind == "token":
            token = f"user={login}\1auth=Bearer {proof.words}\1\1"
            walk.heard(*smtp.auth("XOAUTH2", lambda asked=None: token if asked is None else ""))
        else:
            walk.heard(*smtp.login(login, proof.words))
    except smtplib.SMTPServerDisconnected:
        raise
    except smtplib.SMTPResponseException as answer:
        raise No(answer.smtp_code, walk.heard(answer.smtp_code, answer.smtp_error)) from None
    except smtplib.SMTPException as fault:  # no way to log in is offered that we know
        raise No(500, walk.heard(500, str(fault))) from None


def _up_to_the_go_ahead(walk: Walk, smtp: smtplib.SMTP, envelope: Envelope, size: int) -> None:
    walk.at = "sender"
    most = str(smtp.esmtp_features.get("size", "")).strip()
    if most.isdigit() and 0 < int(most) < size:
        raise No(552, walk.heard(552, f"5.3.4 {size} bytes are more than the {most} that the server takes"))
    walk.expect(smtp.mail(envelope.sender, [f"size={size}"] if smtp.has_extn("size") else []), 250)
    walk.at = "recipient"
    _name_recipients(walk, smtp, envelope.recipients)
    walk.at = "go_ahead"
    walk.expect(smtp.docmd("DATA"), GO_AHEAD)


def _name_recipients(walk: Walk, smtp: smtplib.SMTP, recipients: tuple[str, ...]) -> None:
    """Who is refused does not keep it from the others; if all are, it is refused (for good, if each was)."""
    codes = []
    for one in recipients:
        code, words = smtp.rcpt(one)
        codes.append(code)
        if code not in (250, 251):
            walk.refused.append((one, f"{code} {_text(words)}"))
        walk.heard(code, _text(words) + f" ({one})")
        if code == 421:
            raise No(code, _text(words))
    if len(walk.refused) == len(recipients):
        raise No(500 if all(500 <= code < 600 for code in codes) else 450, "")


def _hand_over(walk: Walk, smtp: smtplib.SMTP, raw: bytes, patience: Patience) -> Outcome:
    """The body, the dot, the answer. Only an answer is certain; what the server did in silence, nobody knows."""
    walk.at = "body"
    try:
        _send_body(smtp, raw, patience)
        walk.note(f"{len(raw)} bytes")
        walk.at = "dot"
        smtp.send(b".\r\n" if raw.endswith(b"\r\n") else b"\r\n.\r\n")
        walk.at = "answer"
        _wait_at_most(smtp, patience.answer)
        code, words = smtp.getreply()
    except (OSError, smtplib.SMTPException) as fault:
        return walk.ended("unknown", _fault(walk, fault))
    walk.heard(code, words)
    with contextlib.suppress(OSError, smtplib.SMTPException):
        _wait_at_most(smtp, GOODBYE)
        smtp.quit()
    fates: dict[int, Fate] = {2: "sent", 4: "deferred", 5: "refused"}
    return walk.ended(fates.get(code // 100, "unknown"))


def _send_body(smtp: smtplib.SMTP, raw: bytes, patience: Patience) -> None:
    """In pieces, since patience counts for each sending as a whole; and for all of them together."""
    deadline = time.monotonic() + patience.whole
    _wait_at_most(smtp, patience.body)
    body = _line_begins_with_dot.sub(b"..", _lone_end.sub(b"\r\n", raw))
    for begin in range(0, len(body), PIECE):
        if begin and time.monotonic() > deadline:
            raise TimeoutError(f"timed out after {begin} of {len(body)} bytes")
        smtp.send(body[begin : begin + PIECE])


def _wait_at_most(smtp: smtplib.SMTP, seconds: float) -> None:
    if smtp.sock is not None:
        smtp.sock.settimeout(seconds)


def _fault(walk: Walk, fault: Exception) -> str:
    """What the network did, in its own words; a name in brackets says of what kind it was (see rules.answers)."""
    if isinstance(fault, ssl.SSLError) and walk.at == "connect":
        walk.at = "tls"
    if walk.lasting.is_over:
        return f"[silence] not done after {walk.lasting.seconds:.0f} seconds"
    cause = fault.__context__ if isinstance(fault.__context__, OSError) else fault
    kind = "silence" if isinstance(cause, TimeoutError) or "timed out" in str(fault) else "broken"
    return f"[{kind}] {fault}"


def _text(words: bytes | str) -> str:
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return " ".join(said.split())
