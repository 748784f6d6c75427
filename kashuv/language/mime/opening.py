"""Opens a letter: its headers decoded, its words found, its attachments listed."""

from __future__ import annotations

import re
from datetime import datetime
from hashlib import sha256

from kashuv.language.mime import body, limits
from kashuv.language.mime.encoded import decoded
from kashuv.language.mime.headers import Headers
from kashuv.language.mime.kind import kind_of
from kashuv.language.mime.letter import NOBODY, Attachment, Mailbox, OpenedLetter
from kashuv.language.mime.moments import moment
from kashuv.language.mime.people import people
from kashuv.language.mime.travel import as_written
from kashuv.language.mime.tree import Part, Tree

_ID = re.compile(r"<\s*([^<>\s]+)\s*>")
_NAMES = {"application/ms-tnef": "winmail.dat", "text/calendar": "invite.ics", "text/plain": "text.txt"}


def open_letter(raw: bytes) -> OpenedLetter:
    """Everything in a letter; raises `TooMuch` beyond the limits and nothing else."""
    limits.check(len(raw), limits.RAW, "more than {most} bytes")
    tree = Tree(raw if b"\n" in raw[:4_096] else raw.replace(b"\r", b"\n"))
    headers = tree.root.headers
    subject = decoded(headers.text("subject"))
    from_ = _first(people(headers.text("from")))
    date = _date(headers, tree.defects)
    to, cc, bcc = _recipients(headers)
    kind, because = kind_of(tree.root, from_.address, subject)
    return OpenedLetter(
        message_id=_one_id(headers.text("message-id")),
        in_reply_to=_one_id(headers.text("in-reply-to")),
        references=tuple(_ID.findall(headers.text("references"))),
        subject=subject,
        from_=from_,
        sender=_first(people(headers.text("sender"))),
        reply_to=people(headers.text("reply-to")),
        to=to,
        cc=cc,
        bcc=bcc,
        date=date,
        text=body.text_of(tree.root),
        html=body.html_of(tree.root),
        attachments=tuple(_attachment(leaf) for leaf in tree.root.leaves() if not _is_said(leaf)),
        kind=kind,
        because=because,
        defects=tuple(dict.fromkeys(tree.defects)),
    )


def part(raw: bytes, path: str) -> bytes:
    """The bytes of one attachment, by the path that `open_letter` gave it; KeyError if there is none."""
    tree = Tree(raw if b"\n" in raw[:4_096] else raw.replace(b"\r", b"\n"))
    for leaf in tree.root.leaves():
        if (leaf.path or "1") == path:
            return leaf.content()
    raise KeyError(path)


def _recipients(headers: Headers) -> list[tuple[Mailbox, ...]]:
    """To, Cc and Bcc."""
    boxes = [_everybody(headers, name) for name in ("to", "cc", "bcc")]
    limits.check(sum(map(len, boxes)), limits.RECIPIENTS, "more than {most} recipients")
    return boxes


def _everybody(headers: Headers, name: str) -> tuple[Mailbox, ...]:
    values = headers.every_raw(name)
    return people(headers.text(name)) if len(values) < 2 else people(_joined(values))


def _joined(values: list[bytes]) -> str:
    return ", ".join(value.decode("utf-8", "replace") for value in values)


def _first(boxes: tuple[Mailbox, ...]) -> Mailbox:
    return boxes[0] if boxes else NOBODY


def _one_id(text: str) -> str:
    found = _ID.search(text)
    return found.group(1) if found else text.strip(" <>").split(" ", 1)[0]


def _date(headers: Headers, defects: list[str]) -> datetime | None:
    """The Date line; without a true one, when the last server on the way received the letter."""
    if said := moment(headers.text("date")):
        return said
    received = moment(headers.text("received").rpartition(";")[2])
    defects.append("its date is missing or cannot be read")
    return received


def _is_said(leaf: Part) -> bool:
    """Whether a leaf is the letter's own words, or another dress of them."""
    if body.is_body(leaf):
        return True
    return leaf.media_type in ("text/enriched", "text/watch-html", "text/x-amp-html") and not leaf.given_name


def _attachment(leaf: Part) -> Attachment:
    content = leaf.content()
    return Attachment(
        name=leaf.given_name or _made_up_name(leaf),
        media_type=leaf.media_type,
        size=len(content),
        path=leaf.path or "1",
        digest=sha256(as_written(leaf, content)).hexdigest(),
        named=bool(leaf.given_name),
        inline=leaf.disposition == "inline",
        content_id=leaf.headers.text("content-id").strip(" <>"),
        inside=tuple(_names_inside(leaf)),
    )


def _made_up_name(leaf: Part) -> str:
    if leaf.is_letter:
        subject = decoded(leaf.children[0].headers.text("subject")) if leaf.children else ""
        return f"{subject or 'letter'}.eml"
    subtype = leaf.media_type.rpartition("/")[2]
    extension = subtype if subtype.isalnum() and len(subtype) < 6 else "bin"
    return _NAMES.get(leaf.media_type) or f"part-{leaf.path or 1}.{extension}"


def _names_inside(leaf: Part) -> list[str]:
    names: list[str] = []
    for inner in (found for child in leaf.children for found in child.leaves()):
        names += _names_inside(inner) if inner.is_letter else [inner.given_name] if inner.given_name else []
    return names
