"""A mail server that does wrong on purpose, and remembers truly what it has taken.

Each session gets a fault (or none) from `plan`. Whatever it does to the client, `taken` holds a letter from the moment
on when a real server would have taken responsibility for it: when its final dot was read and nothing had been refused.
"""

from __future__ import annotations

import re
import socket
import socketserver
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count

SILENCE = 30.0  # how long a hanging server says nothing; no test waits for its end
FAULTS = (
    "refused", "tls", "later_at_mail", "later_at_rcpt", "later_at_data", "drop_in_body", "drop_after_dot", "hang", "kill",
)  # fmt: skip
_path = re.compile(rb"<([^>]*)>")
_mark = re.compile(rb"(?mi)^message-id:\s*<([^>]+)>")


@dataclass(frozen=True)
class Taken:
    """A letter for which the server has taken responsibility."""

    message_id: str
    sender: str
    recipients: tuple[str, ...]
    raw: bytes


@dataclass
class Post:
    """The server's memory and temper. `refuses` are answers by recipient; `pace` sleeps before each answer."""

    plan: Callable[[int], str] = lambda session: ""
    refuses: dict[str, bytes] = field(default_factory=dict)
    context: ssl.SSLContext | None = None
    tls_at_once: bool = False
    offers_tls: bool = False
    password: str = ""
    pace: Callable[[], float] = lambda: 0.0
    answer_to_dot: bytes = b"250 2.0.0 Taken"
    said: list[bytes] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    port: int = 0
    sessions: Iterator[int] = field(default_factory=lambda: count())

    def marks(self) -> list[str]:
        return [one.message_id for one in self.taken]


class _Drop(Exception):
    """The connection is cut."""


class _Session(socketserver.StreamRequestHandler):
    """One client, one conversation."""

    server: _Listener
    disable_nagle_algorithm = True

    def handle(self) -> None:
        with suppress(_Drop, OSError, ssl.SSLError, ValueError):
            self.post = self.server.post
            self.fault = self.post.plan(next(self.post.sessions))
            self.sender, self.recipients = "", []
            self._begin()
            while line := self.rfile.readline(4096):
                self.post.said.append(line)
                time.sleep(self.post.pace())
                self._obey(line.strip())

    def _begin(self) -> None:
        if self.fault == "tls" and self.post.tls_at_once:
            self._say(b"554 this is no TLS")
            raise _Drop
        if self.post.tls_at_once:
            self._secure()
        self._perhaps("hang_at_greeting")
        self._say(b"220 post.example ready" if self.fault != "busy" else b"421 4.3.2 Too busy")

    def _secure(self) -> None:
        assert self.post.context is not None
        self.connection = self.post.context.wrap_socket(self.request, server_side=True)
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)

    def _obey(self, line: bytes) -> None:
        word = line.split(b" ")[0].split(b":")[0].upper().decode()
        match word:
            case "EHLO":
                self._greet()
            case "HELO" | "RSET" | "NOOP":
                self._say(b"250 OK")
            case "STARTTLS":
                self._start_tls()
            case "AUTH":
                self._know(line)
            case "MAIL":
                self._take_sender(line)
            case "RCPT":
                self._take_recipient(line)
            case "DATA":
                self._take_letter()
            case "QUIT":
                self._say(b"221 Bye")
                raise _Drop
            case _:
                self._say(b"500 What?")

    def _greet(self) -> None:
        lines = [b"post.example", b"SIZE 30000000"]
        lines += [b"STARTTLS"] if self.post.offers_tls else []
        lines += [b"AUTH PLAIN XOAUTH2"] if self.post.password else []
        for line in lines[:-1]:
            self._say(b"250-" + line)
        self._say(b"250 " + lines[-1])

    def _start_tls(self) -> None:
        if self.fault == "tls":
            self._say(b"220 Go ahead")
            self._say(b"this is no TLS")
            raise _Drop
        self._say(b"220 Go ahead")
        self._secure()

    def _know(self, line: bytes) -> None:
        import base64

        told = base64.b64decode(line.split()[-1]).decode()
        fits = told.endswith((f"\0{self.post.password}", f"Bearer {self.post.password}\1\1"))
        if not fits and b"XOAUTH2" in line:
            self._say(b"334 eyJzdGF0dXMiOiI0MDAifQ==")
            self.rfile.readline(4096)
        self._say(b"235 2.7.0 Welcome" if fits else b"535 5.7.8 Username and Password not accepted")

    def _take_sender(self, line: bytes) -> None:
        self._perhaps("hang_at_mail")
        if self.fault == "later_at_mail":
            return self._say(b"451 4.3.0 Later, please")
        self.sender = _in_brackets(line)
        return self._say(b"250 OK")

    def _take_recipient(self, line: bytes) -> None:
        one = _in_brackets(line)
        if self.fault == "later_at_rcpt":
            return self._say(b"450 4.2.0 Greylisted")
        if one in self.post.refuses:
            return self._say(self.post.refuses[one])
        self.recipients.append(one)
        return self._say(b"250 OK")

    def _take_letter(self) -> None:
        if self.fault == "later_at_data":
            return self._say(b"452 4.3.1 No room just now")
        self._say(b"354 Go ahead")
        if self.fault == "drop_in_body":
            self.rfile.readline()
            raise _Drop
        raw = self._read_letter()
        self._perhaps("drop_after_dot_untaken", "hang_untaken")
        if self.post.answer_to_dot.startswith(b"2"):
            self._take(raw)
        self._perhaps("drop_after_dot", "hang")
        time.sleep(self.post.pace())
        return self._say(self.post.answer_to_dot)

    def _read_letter(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                raise _Drop  # what has no end is thrown away
            lines.append(line[1:] if line.startswith(b".") else line)
        return b"".join(lines)

    def _take(self, raw: bytes) -> None:
        found = _mark.search(raw)
        mark = found[1].decode() if found else ""
        self.post.taken.append(Taken(mark, self.sender, tuple(self.recipients), raw))

    def _perhaps(self, *faults: str) -> None:
        if self.fault in faults:
            if self.fault.startswith("hang"):
                self.server.ended.wait(SILENCE)
            raise _Drop

    def _say(self, line: bytes) -> None:
        self.wfile.write(line + b"\r\n")


def _in_brackets(line: bytes) -> str:
    found = _path.search(line)
    return found[1].decode() if found else ""


class _Listener(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True
    request_queue_size = 64
    block_on_close = False

    def __init__(self, post: Post) -> None:
        self.post, self.ended = post, threading.Event()
        super().__init__(("127.0.0.1", 0), _Session)

    def handle_error(self, request: object, address: object) -> None:
        """A client that was killed is part of the play."""


@contextmanager
def listening(post: Post) -> Iterator[Post]:
    """The server on a port of its own, until the end of the block."""
    with _Listener(post) as listener:
        post.port = listener.server_address[1]
        threading.Thread(target=listener.serve_forever, args=(0.02,), daemon=True).start()
        yield post
        listener.ended.set()
        listener.shutdown()


def closed_port() -> int:
    """A port at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
