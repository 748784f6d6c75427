"""The parts of a letter and how they stand in each other; no part is decoded before it is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kashuv.language.mime import limits, parameters
from kashuv.language.mime.headers import Headers, split_head
from kashuv.language.mime.transfer import unwrapped

_ENCODING = re.compile(r"[\w-]+")
_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+")
_LETTERS = frozenset({"message/rfc822", "message/global", "message/news"})


@dataclass(slots=True)
class Part:
    """A leaf or a branch: where it stands in the bytes, and what its headers say of it."""

    raw: bytes
    start: int
    end: int
    path: str
    headers: Headers
    media_type: str
    parameters: dict[str, str]
    disposition: str = ""
    given_name: str = ""
    children: list[Part] = field(default_factory=list)

    @property
    def is_letter(self) -> bool:
        """Whether another whole letter stands in it."""
        return self.media_type in _LETTERS

    @property
    def is_branch(self) -> bool:
        """Whether it holds nothing itself but its children."""
        return bool(self.children) and not self.is_letter

    def content(self) -> bytes:
        """Its bytes without the transfer encoding."""
        encoding = _ENCODING.search(self.headers.text("content-transfer-encoding").lower())
        body = self.raw[self.start : self.end]
        return unwrapped(body, encoding.group()) if encoding else body

    def leaves(self) -> Iterator[Part]:
        """All parts that hold something themselves, in order; a letter within a letter is one of them."""
        if not self.is_branch:
            yield self
            return
        for child in self.children:
            yield from child.leaves()


class Tree:
    """Cuts a letter into its parts under the limits, and notes what was wrong with it."""

    def __init__(self, raw: bytes) -> None:
        self.defects: list[str] = []
        self._parts = 0
        start = 0
        while raw.startswith((b"\n", b"\r"), start):
            start += 1
        self.root = self._part(raw, start, len(raw), "", depth=0, default="text/plain")

    def _part(self, raw: bytes, start: int, end: int, path: str, *, depth: int, default: str) -> Part:
        self._parts += 1
        limits.check(self._parts, limits.PARTS, "more than {most} parts")
        limits.check(depth, limits.DEPTH, "parts within parts more than {most} deep")
        headers, body = split_head(raw, start, end)
        part = _described(Part(raw, body, end, path, headers, default, {}))
        if headers.stray:
            self.defects.append("a line among the headers is no header")
        if part.media_type.startswith("multipart/"):
            self._branch(part, depth)
        elif part.is_letter:
            inner = part.content()
            part.children = [
                self._part(inner, 0, len(inner), f"{path or 1}.0", depth=depth + 1, default="text/plain")
            ]
        return part

    def _branch(self, part: Part, depth: int) -> None:
        """A branch without its boundary is taken for the plain text that it then is."""
        boundary = part.parameters.get("boundary", "").rstrip().encode("utf-8", "replace")
        default = "message/rfc822" if part.media_type == "multipart/digest" else "text/plain"
        places = list(_between(part, boundary)) if boundary else []
        for number, (start, end) in enumerate(places, start=1):
            path = f"{part.path}.{number}" if part.path else str(number)
            part.children.append(self._part(part.raw, start, end, path, depth=depth + 1, default=default))
        if not places:
            self.defects.append("it says it has parts but has none")
            part.media_type = "text/plain"


def _described(part: Part) -> Part:
    if raw := part.headers.raw("content-type"):
        media_type, part.parameters = parameters.parse(part.headers.text("content-type"))
        found = _TYPE.match(media_type)
        part.media_type = found.group() if found else "text/plain"
    if part.headers.raw("content-disposition"):
        part.disposition, given = parameters.parse(part.headers.text("content-disposition"))
        part.given_name = parameters.shown(given.get("filename") or given.get("name") or "")
    if raw and not part.given_name:
        part.given_name = parameters.shown(
            part.parameters.get("name") or part.parameters.get("filename") or ""
        )
    return part


def _between(part: Part, boundary: bytes) -> Iterator[tuple[int, int]]:
    """The places between the lines of a boundary, the line break before each belonging to it."""
    raw, end = part.raw, part.end
    line = re.compile(
        rb"(?:^|(?:\r?\n|\r))--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\r?\n|\r|$)", re.MULTILINE
    )
    needle, at, begun = b"--" + boundary, part.start, -1
    while (at := raw.find(needle, at, end)) >= 0:
        found = _boundary_line(line, raw, at, part.start, end)
        if found is None:
            at += len(needle)
            continue
        if begun >= 0:
            yield begun, max(begun, found.start())
        if found.group(1):
            return
        begun = at = found.end()
    if begun >= 0:
        yield begun, end


def _boundary_line(
    line: re.Pattern[bytes], raw: bytes, at: int, start: int, end: int
) -> re.Match[bytes] | None:
    before = at
    if before > start and raw[before - 1] == 10:
        before -= 1
        if before > start and raw[before - 1] == 13:
            before -= 1
    elif before > start and raw[before - 1] != 13:
        return None
    return line.match(raw, before, end) or line.match(raw, at, end)
