"""The headers of a letter or of a part: found, unfolded, and kept as bytes until they are asked for."""

from __future__ import annotations

import re

from kashuv.language.mime import limits
from kashuv.language.mime.charsets import decode

_END = re.compile(rb"\r?\n\r?\n|\r\r\n\r?\r?\n")
_FIELD = re.compile(rb"^([!-9;-~]+)[ \t]*:[ \t]*(.*(?:\n[ \t].*)*)", re.MULTILINE)
_STRAY = re.compile(rb"^(?![!-9;-~]+[ \t]*:|[ \t]|>?From |\r?$).+$", re.MULTILINE)
_NAME = re.compile(rb"[!-9;-~]+[ \t]*:")
_FOLD = re.compile(rb"\r?\n[ \t]*|\r")


class Headers:
    """The fields of one head, by name in lower case."""

    __slots__ = ("_fields", "stray")

    def __init__(self, head: bytes, *, stray: bool = False) -> None:
        self._fields: dict[bytes, list[bytes]] = {}
        self.stray = stray
        for name, value in _FIELD.findall(head):
            self._fields.setdefault(name.lower(), []).append(value)

    def __contains__(self, name: str) -> bool:
        return name.encode() in self._fields

    def raw(self, name: str) -> bytes:
        """The first filled value of a field, unfolded; b"" if there is none."""
        return next((value for value in self.every_raw(name) if value), b"")

    def every_raw(self, name: str) -> list[bytes]:
        """All values of a field, unfolded."""
        return [_FOLD.sub(b" ", value).strip() for value in self._fields.get(name.encode(), ())]

    def text(self, name: str) -> str:
        """The first filled value as text, encoded words still encoded."""
        return decode(self.raw(name))

    def __len__(self) -> int:
        return len(self._fields)


def split_head(raw: bytes, start: int, end: int) -> tuple[Headers, int]:
    """The headers of what stands from `start` to `end`, and where its body begins."""
    if raw.startswith((b"\n", b"\r\n"), start, end):
        return Headers(b""), start + (1 if raw[start] == 10 else 2)
    blank = _END.search(raw, start, end)
    head_end, body = (blank.start(), blank.end()) if blank else (end, end)
    return _without_stray(raw, start, head_end, body)


def _without_stray(raw: bytes, start: int, head_end: int, body: int) -> tuple[Headers, int]:
    """A line that is no header is skipped among headers; after the last header it begins the body."""
    limits.check(_headed(raw, start, head_end), limits.HEADERS, "more than {most} bytes of headers")
    head = raw[start:head_end]
    stray = _STRAY.search(head)
    if stray is None:
        return Headers(head), body
    if any(_NAME.match(head, line.end() + 1) for line in _STRAY.finditer(head)):
        return Headers(head, stray=True), body
    return Headers(head[: stray.start()], stray=True), start + stray.start()


def _headed(raw: bytes, start: int, head_end: int) -> int:
    """How long the head is; bytes that do not begin as headers are a body without any."""
    first = raw.find(b"\n", start, head_end)
    line = raw[start : head_end if first < 0 else first][:1000]
    return head_end - start if _NAME.match(line) or line.startswith((b"From ", b">From ")) else 0
