"""Cuts an mbox into its letters, chunk by chunk, in every dialect: mboxo, mboxrd, mboxcl, with LF or CRLF.

A Content-Length that leads exactly to the next envelope is trusted, since mboxcl leaves lines that begin with
"From " in its bodies as they are; otherwise the next line that can only be an envelope ends the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from kashuv.transfer.arriving.mail.envelopes import LONGEST, envelope_end, is_bare, next_envelope
from kashuv.transfer.arriving.pieces import MOST_BYTES, Piece

CHUNK = 1 << 20
TOO_LONG = "This letter is larger than 50 MB."
_HEAD = 1 << 18  # bytes in which the headers must end to be searched for a Content-Length
_ENOUGH = 3 * LONGEST  # bytes that show an envelope and the line after it

_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,12})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_HEADERS_END = re.compile(rb"\n\r?\n")
_BLANK = re.compile(rb"[\r\n]*")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def is_mbox(head: bytes) -> bool:
    """Whether a file that begins so is an mbox."""
    head = head.lstrip(b"\r\n")
    return is_bare(head) or envelope_end(head, 0, bare=False) > 0


def cut(file: BinaryIO, name: str, start: int = 0) -> Iterator[Piece]:
    """The letters from byte `start` on, which is 0 or the `after` of an earlier piece."""
    scroll = _Scroll(file, start)
    scroll.skip_blank()
    while scroll.more(_ENOUGH):
        at = scroll.at
        raw = scroll.take_letter()
        refused = TOO_LONG if raw is None else ""
        yield Piece(f"{name}, byte {at}", scroll.at - at, scroll.at, "mail", raw or b"", refused=refused)


class _Scroll:
    """A window that moves over the file: `held` begins at byte `at`."""

    __slots__ = ("at", "bare", "ended", "file", "held")

    def __init__(self, file: BinaryIO, at: int) -> None:
        self.file, self.at, self.held, self.ended = file, at, bytearray(), False
        file.seek(at)
        self.more(_ENOUGH)
        self.bare = is_bare(self.held.lstrip(b"\r\n"))

    def more(self, wanted: int) -> bool:
        """Reads on until so many bytes are held or the file ends; False if nothing is left."""
        while not self.ended and len(self.held) < wanted:
            chunk = self.file.read(CHUNK)
            self.ended = not chunk
            self.held += chunk
        return bool(self.held)

    def skip_blank(self) -> None:
        """Moves over empty lines, to the next envelope or the file's end."""
        while self.more(_ENOUGH):
            blank = _BLANK.match(self.held).end()  # type: ignore[union-attr]  # it matches always
            self._drop(blank)
            if self.held or not blank:
                break

    def take_letter(self) -> bytes | None:
        """The letter at the window's beginning, its envelope and quoting removed; None if it is too long to take."""
        begin = envelope_end(self.held, 0, bare=self.bare)
        end = self._measured_end(begin)
        if end:
            letter: bytes | None = bytes(self.held[begin:end])
        else:
            letter, end = self._searched(begin)
        self._drop(end)
        self.skip_blank()
        return letter

    def _measured_end(self, begin: int) -> int:
        """Where Content-Length says that the letter ends, if an envelope or the file's end is really there; else 0."""
        length, body = self._told_length(begin)
        if not 0 < length <= MOST_BYTES:
            return 0
        end = body + length
        self.more(end + _ENOUGH)
        rest = self.held[end : end + _ENOUGH]
        after = rest.lstrip(b"\r\n")
        on_a_line = len(rest) > len(after) or self.held[end - 1 : end] == b"\n"
        last = self.ended and not after and len(self.held) - end < _ENOUGH
        followed = on_a_line and envelope_end(after, 0, bare=self.bare) > 0
        return end if len(self.held) >= end and (last or followed) else 0

    def _told_length(self, begin: int) -> tuple[int, int]:
        blank = _HEADERS_END.search(self.held, begin, _HEAD)
        if blank is None and self.more(_HEAD):
            blank = _HEADERS_END.search(self.held, begin, _HEAD)
        told = _LENGTH.search(self.held, begin, blank.start() + 1) if blank else None
        return (int(told.group(1)), blank.end()) if told and blank else (0, 0)

    def _searched(self, begin: int) -> tuple[bytes | None, int]:
        """The letter up to the next envelope, and its end; beyond the limit its bytes are let go as they pass."""
        seen, too_long = begin, False
        while True:
            end = next_envelope(self.held, seen, bare=self.bare)
            if end < 0 and self.ended:
                end = len(self.held)
            if end >= 0:
                return (
                    (None, end)
                    if too_long or end - begin > MOST_BYTES
                    else (_plain(self.held[begin:end]), end)
                )
            seen = max(begin, len(self.held) - _ENOUGH)
            if len(self.held) > MOST_BYTES + _ENOUGH:
                self._drop(seen)
                too_long, seen, begin = True, 0, 0
            self.more(len(self.held) + CHUNK)

    def _drop(self, count: int) -> None:
        del self.held[:count]
        self.at += count


def _plain(letter: bytearray) -> bytes:
    """The letter without the empty line that mbox adds, and without its quoting of "From "."""
    if letter.endswith(b"\n\r\n"):
        del letter[-2:]
    elif letter.endswith(b"\n\n"):
        del letter[-1:]
    return _QUOTED.sub(rb"\1", letter) if b"\n>" in letter else bytes(letter)
