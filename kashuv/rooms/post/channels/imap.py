"""IMAP: one connection to a mail server, in the few words that following a mailbox needs.

Built on IMAPClient. Letters are known by UID throughout; folders are opened read-only; whatever goes wrong is a
`Trouble` whose message a person can read, `Cut` where the connection broke off and may be tried anew.
"""

from __future__ import annotations

import imaplib
import re
import socket
import ssl
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from imapclient import IMAPClient, SocketTimeout
from imapclient.response_parser import parse_fetch_response

from kashuv.foundation.network import Lasting, reach
from kashuv.rooms.post.channels import troubles
from kashuv.rooms.post.channels.entering import PATIENCE, Proof, Server, safety
from kashuv.rooms.post.channels.troubles import Cut, Trouble

__all__ = ["Changes", "Cut", "Listed", "Look", "Place", "Postbox", "Trouble", "entered"]

WHOLE = 180.0  # seconds for a short errand; who has a longer one says so
KNOCK = 15.0  # seconds until a server must have opened
PORTION = 500  # UIDs in one command, whose line servers bound to some thousand characters
BEGINNING = 6 * 1024  # bytes by which a letter is recognised: its head, mostly, and the first words
PIECE = 65_536  # bytes that are sent at once, since patience counts for each sending as a whole
IDLE = 9 * 60.0  # seconds of listening without a word; a router forgets a silent connection after ten minutes
RECENT = "\\recent"  # the one flag that says something of the session and nothing of the letter
_set = re.compile(r"(\d+)(?::(\d+))?")

imaplib._MAXLINE = 20_000_000  # type: ignore[attr-defined]  # an answer to SEARCH is one line, however many letters


@dataclass(frozen=True, slots=True)
class Place:
    """A folder as the server lists it; `marks` are its attributes in lower case (RFC 6154: "\\sent")."""

    path: str
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Look:
    """What a folder says of itself when it is opened; `modseq` is 0 where the server counts no changes."""

    validity: int
    next_uid: int
    modseq: int
    count: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A letter as a folder lists it."""

    uid: int
    size: int
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since a modseq; `gone` are ranges of UIDs, empty where the server does not tell (no QRESYNC)."""

    flags: dict[int, tuple[str, ...]]
    gone: tuple[tuple[int, int], ...]


@contextmanager
def entered(
    server: Server, proof: Proof, *, patience: float = PATIENCE, whole: float = WHOLE
) -> Iterator[Postbox]:
    """A connection that has proved who it is, and lasts at most `whole` seconds. Raises Trouble."""
    with Lasting(whole) as lasting, _opened(server, patience, lasting) as imap:
        with troubles.at_the_door(server):
            _prove(imap, server, proof)
        yield Postbox(imap)


@contextmanager
def _opened(server: Server, patience: float, lasting: Lasting) -> Iterator[IMAPClient]:
    with troubles.at_the_door(server):
        imap = _connected(server, patience, lasting)
    imap._imap.debug = 0  # else each line of each letter goes through the log
    try:
        yield imap
    finally:
        with suppress(Exception):  # however it ended, there is nobody left to tell
            imap.logout()
        with suppress(Exception):
            imap.shutdown()


def _connected(server: Server, patience: float, lasting: Lasting) -> IMAPClient:
    timeout = SocketTimeout(connect=min(KNOCK, patience), read=patience)
    secure = server.security == "tls"
    context = safety() if server.security != "none" else None
    imap = _Imap(server.host, server.port, lasting, ssl=secure, ssl_context=context, timeout=timeout)
    imap.normalise_times = False
    if server.security == "starttls":
        imap.starttls(ssl_context=context)
    return imap


class _Imap(IMAPClient):  # type: ignore[misc]
    """Leads only where it may, and lasts only so long."""

    def __init__(self, host: str, port: int, lasting: Lasting, **way: Any) -> None:
        self._lasting = lasting
        super().__init__(host, port, **way)

    def _create_IMAP4(self) -> imaplib.IMAP4:
        context = self.ssl_context if self.ssl else None
        reached = partial(reach, self.host, self.port, self._timeout.connect, self._lasting)
        return _Line(self.host, self.port, context, reached)


class _Line(imaplib.IMAP4):
    """With TLS from the first byte where a context is given."""

    def __init__(
        self, host: str, port: int, context: ssl.SSLContext | None, reached: Callable[[], socket.socket]
    ) -> None:
        self._context, self._reached = context, reached
        super().__init__(host, port)

    def _create_socket(self, timeout: float | None = None) -> socket.socket:
        line = self._reached()
        return self._context.wrap_socket(line, server_hostname=self.host) if self._context else line

    def send(self, data: Any) -> None:
        """In pieces: a line that is slow is not one that is silent."""
        for begin in range(0, len(data), PIECE):
            super().send(data[begin : begin + PIECE])


def _prove(imap: IMAPClient, server: Server, proof: Proof) -> None:
    """By token, or by password; LOGIN knows only ASCII, so that a password in Hebrew goes by SASL."""
    if proof.kind == "token":
        imap.oauth2_login(server.login, proof.words)
    elif (server.login + proof.words).isascii() and not imap.has_capability("LOGINDISABLED"):
        imap.login(server.login, proof.words)
    else:
        imap.sasl_login("PLAIN", lambda _: f"\0{server.login}\0{proof.words}".encode())


class Postbox:
    """A mailbox that was entered. All but `places`, `look`, `find` and `put` speak of the folder looked at last."""

    def __init__(self, imap: IMAPClient) -> None:
        self._imap = imap
        with troubles.on_the_way():
            self.listens = bool(imap.has_capability("IDLE"))
            self._tells_gone = self._enabled("QRESYNC")
            self.counts_changes = self._tells_gone or self._enabled("CONDSTORE")

    def _enabled(self, extension: str) -> bool:
        offered = self._imap.has_capability("ENABLE") and self._imap.has_capability(extension)
        return bool(offered and extension.encode() in self._imap.enable(extension))

    def places(self) -> list[Place]:
        """The folders in which letters can lie."""
        with troubles.on_the_way():
            listed = self._imap.list_folders()
        places = [Place(path, _lower(marks)) for marks, _, path in listed]
        return [place for place in places if not place.marks & {"\\noselect", "\\nonexistent"}]

    def look(self, path: str) -> Look:
        """Opens a folder."""
        with troubles.on_the_way():
            told = self._imap.select_folder(path, readonly=True)
            modseq = told.get(b"HIGHESTMODSEQ", 0) if self.counts_changes else 0
            next_uid = told.get(b"UIDNEXT") or max(self._imap.search(["UID", "*"]), default=0) + 1
        return Look(told.get(b"UIDVALIDITY", 0), next_uid, modseq, told.get(b"EXISTS", 0))

    def uids(self, *, since: date | None = None, first: int = 1, below: int = 0) -> list[int]:
        """Every UID from `first` on and `below` another, in order; `since` leaves out what came before that day."""
        wanted: list[Any] = ["UID", f"{first}:{below - 1 if below else '*'}"]
        if since:
            wanted += ["SINCE", since]
        with troubles.on_the_way():
            found = self._imap.search(wanted)
        return sorted(
            uid for uid in found if uid >= first
        )  # of "9:*" a server gives the last one, even below 9

    def listed(self, uids: Sequence[int]) -> list[Listed]:
        """Size and flags of these; what has vanished meanwhile is not among them."""
        told = self._fetched(uids, "FLAGS", "RFC822.SIZE")
        return [Listed(uid, one[b"RFC822.SIZE"], _flags(one)) for uid, one in told if b"RFC822.SIZE" in one]

    def flags(self, uids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The flags of these, where the server can't tell what changed."""
        return {uid: _flags(one) for uid, one in self._fetched(uids, "FLAGS") if b"FLAGS" in one}

    def changes(self, modseq: int) -> Changes:
        """What changed since then (RFC 7162)."""
        asked = f"(CHANGEDSINCE {modseq}{' VANISHED' if self._tells_gone else ''})"
        with troubles.on_the_way():
            self._imap._imap.response("VANISHED")  # what was said before is forgotten
            kind, data = self._imap._imap.uid("FETCH", "1:*", "(FLAGS)", asked)
            if kind != "OK":
                raise imaplib.IMAP4.error(str(data[0]))
            told = parse_fetch_response(data, False, True)
            _, gone = self._imap._imap.response("VANISHED")
        changed = {uid: _flags(one) for uid, one in told.items() if b"FLAGS" in one}
        return Changes(changed, tuple(_ranges(gone)))

    def beginnings(self, uids: Sequence[int]) -> dict[int, bytes]:
        """The first BEGINNING bytes of these; of a short letter that is the whole."""
        name = b"BODY[]<0>"
        told = self._fetched(uids, f"BODY.PEEK[]<0.{BEGINNING}>")
        return {uid: one[name] for uid, one in told if isinstance(one.get(name), bytes)}

    def raw(self, uids: Sequence[int]) -> dict[int, bytes]:
        """These letters whole; nothing is marked as read by it."""
        name = b"BODY[]"
        return {
            uid: one[name]
            for uid, one in self._fetched(uids, "BODY.PEEK[]")
            if isinstance(one.get(name), bytes)
        }

    def find(self, path: str, message_id: str) -> list[int]:
        """The UIDs of the letters of that name (without angle brackets) in a folder."""
        self.look(path)
        with troubles.on_the_way():
            return sorted(self._imap.search(["HEADER", "Message-ID", message_id]))

    def put(self, path: str, raw: bytes, *, at: datetime, flags: Sequence[str] = ("\\Seen",)) -> None:
        """Puts a letter into a folder, as if it had come at that moment."""
        with troubles.on_the_way():
            self._imap.append(path, raw, flags, at)

    def listen(self, seconds: float = IDLE) -> bool:
        """Waits until the server says that something changed, at most so long; whether it did."""
        with troubles.on_the_way():
            self._imap.idle()
            said = self._imap.idle_check(seconds)
            _, more = self._imap.idle_done()
        return any(len(line) > 1 and line[1] in (b"EXISTS", b"EXPUNGE", b"FETCH") for line in [*said, *more])

    def _fetched(self, uids: Sequence[int], *wanted: str) -> Iterator[tuple[int, dict[bytes, Any]]]:
        for start in range(0, len(uids), PORTION):
            with troubles.on_the_way():
                told = self._imap.fetch(uids[start : start + PORTION], wanted)
            yield from told.items()


def _flags(told: dict[bytes, Any]) -> tuple[str, ...]:
    words = (
        flag.decode("ascii", "replace") if isinstance(flag, bytes) else str(flag) for flag in told[b"FLAGS"]
    )
    return tuple(sorted(word for word in words if word.lower() != RECENT))


def _lower(marks: Iterable[bytes]) -> frozenset[str]:
    return frozenset(mark.decode("ascii", "replace").lower() for mark in marks)


def _ranges(told: Iterable[bytes | None]) -> Iterator[tuple[int, int]]:
    """Of "(EARLIER) 41,43:116": (41, 41), (43, 116)."""
    for line in told:
        for first, last in _set.findall((line or b"").decode("ascii", "replace")):
            low, high = sorted((int(first), int(last or first)))
            yield low, high
