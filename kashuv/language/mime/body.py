"""The words of a letter: which of its parts are its text, and how they follow each other."""

from __future__ import annotations

import re

from kashuv.language.html import to_text
from kashuv.language.mime.charsets import decode
from kashuv.language.mime.tree import Part

_SAID_IN_PAGE = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_TEXTS = frozenset({"text/plain", "text/html"})


def is_body(part: Part) -> bool:
    """Whether a leaf is said in the letter, not attached to it."""
    if part.media_type not in _TEXTS or part.disposition == "attachment":
        return False
    return not part.given_name or part.path in ("", "1")


def text_of(part: Part) -> str:
    """The words under a part: the plain rendition where there is a choice, everything where there is none."""
    if not part.is_branch:
        return _leaf_text(part) if is_body(part) else ""
    filled = (text for text in map(text_of, _plain_first(part)) if text.strip())
    if part.media_type == "multipart/alternative":
        return next(filled, "")
    return "\n\n".join(filled)


def html_of(part: Part) -> str:
    """The HTML of a letter as it was sent; "" if it was not sent in HTML."""
    pages = [source(leaf) for leaf in part.leaves() if leaf.media_type == "text/html" and is_body(leaf)]
    return "\n".join(page for page in pages if page.strip())


def source(part: Part) -> str:
    """A text part decoded."""
    content = part.content()
    label = part.parameters.get("charset", "")
    if not label and part.media_type == "text/html" and (said := _SAID_IN_PAGE.search(content[:2_000])):
        label = said.group(1).decode("ascii")
    return decode(content, label).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _plain_first(part: Part) -> list[Part]:
    if part.media_type != "multipart/alternative":
        return part.children
    return sorted(part.children, key=lambda child: child.media_type != "text/plain")


def _leaf_text(part: Part) -> str:
    text = source(part)
    if part.media_type == "text/html":
        return to_text(text)
    if part.parameters.get("format", "").lower() == "flowed":
        return _unflowed(text, drop_space=part.parameters.get("delsp", "").lower() == "yes")
    return text


def _unflowed(text: str, *, drop_space: bool) -> str:
    """Lines that a program broke are joined again (RFC 3676); quoted lines only with lines as deep."""
    pieces: list[str] = []
    open_depth = -1
    for line in text.split("\n"):
        words = line.lstrip(">")
        depth = len(line) - len(words)
        words = words.removeprefix(" ")
        flows = words.endswith(" ") and words != "-- "
        if depth != open_depth:
            pieces.append("\n" + (">" * depth + " " if depth else ""))
        pieces.append(words[:-1] if flows and drop_space else words)
        open_depth = depth if flows else -1
    return "".join(pieces)[1:]
