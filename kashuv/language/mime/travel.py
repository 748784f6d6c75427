"""What travel does to a part that no encoding protects: other line ends, a mailbox file's quoting, an empty line more."""

from __future__ import annotations

import re

from kashuv.language.mime.tree import Part

QUOTED_FROM = re.compile(rb"^>+(?=From )", re.MULTILINE)
_TEXT = ("text/", "message/")
_PROTECTING = ("base64", "x-uu", "uu")


def as_written(part: Part, content: bytes) -> bytes:
    """The bytes as they compare: those of a protected file as they are, all others in one form."""
    encoding = part.headers.text("content-transfer-encoding").strip().lower()
    if encoding.startswith(_PROTECTING) and not part.media_type.startswith(_TEXT):
        return content
    return plain(content)


def plain(content: bytes) -> bytes:
    """Plain line ends, and nothing of what mailbox files write before "From "; for comparing only."""
    lines = content.replace(b"\r\n", b"\n").rstrip()
    return QUOTED_FROM.sub(b"", lines) if b">From " in lines else lines
