"""Captured: what one of us passed on to an address of ours that is there for it is read as the letter inside."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from datetime import UTC, datetime

from kashuv.language.forwarded import Forwarded, bare_subject, unfold
from kashuv.language.mime import OpenedLetter, open_letter, part
from kashuv.language.mime.letter import NOBODY


def is_passed_on(opened: OpenedLetter, *, me: Set[str], capture: Set[str]) -> bool:
    """Whether it goes from one of us to nobody but us, the capture address among them."""
    to = {box.address for box in (*opened.to, *opened.cc, *opened.bcc)}
    return opened.from_.address in me and bool(to & capture) and to <= (me | capture)


def inside(raw: bytes, opened: OpenedLetter, me: Set[str], reference: datetime) -> OpenedLetter:
    """The letter inside as if it had come to us, with a note who passed it on; itself if nobody's is inside."""
    found = _enclosed(raw, opened) or unfold(opened.text, reference)
    if found is None or not found.writer.address or found.writer.address in me:
        return opened
    return replace(
        opened,
        subject=bare_subject(opened.subject) or found.subject,
        from_=found.writer,
        sender=NOBODY,
        reply_to=(),
        to=(opened.from_,),
        cc=(),
        bcc=(),
        date=found.at.astimezone(UTC) if found.at else opened.date,
        text=found.text,
        html="",
        forwarded_by=opened.from_,
        inside=found.mark,
    )


def _enclosed(raw: bytes, opened: OpenedLetter) -> Forwarded | None:
    """A letter that was passed on whole, as a file."""
    for file in opened.attachments:
        if file.media_type == "message/rfc822":
            inner = open_letter(part(raw, file.path))
            return Forwarded(
                inner.from_, inner.subject, inner.date, inner.text, opened.text, inner.message_id
            )
    return None
