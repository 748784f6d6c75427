"""Composing: our words as the bytes of a letter that every mail program reads, in any tongue.

Headers are encoded by RFC 2047, file names by RFC 2231, bodies as quoted-printable or base64, so that no server on the
way needs to know more than ASCII. Nothing stands in a header that was not asked for, no text can begin a header of its
own, and who got a blind copy is told to the post alone (`recipients`), never to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

from kashuv.foundation.keys import uuid7
from kashuv.rooms.post.rules import dress, headers

Box = tuple[str, str]
"""A name as it is shown, and the address."""

_media_type = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}")
_unfit = re.compile(r"[\s<>()\[\],;:\\\"\x00-\x1f\x7f]")
FORMLESS = "application/octet-stream"


class Unwritable(ValueError):
    """No letter can be made of this; `why` names the reason, `what` the text that is at fault."""

    def __init__(self, why: str, what: str = "") -> None:
        super().__init__(f"{why}: {what}" if what else why)
        self.why, self.what = why, what


@dataclass(frozen=True, slots=True)
class File:
    """What travels with a letter."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Parts:
    """What a letter is made of. Message-IDs stand without angle brackets, `date` in the zone in which it is told."""

    sender: Box
    to: tuple[Box, ...]
    subject: str
    text: str
    message_id: str
    date: datetime
    cc: tuple[Box, ...] = ()
    bcc: tuple[Box, ...] = ()
    html: str = ""
    enclosures: tuple[File, ...] = ()
    in_reply_to: str = ""
    references: tuple[str, ...] = ()

    @property
    def recipients(self) -> tuple[str, ...]:
        """Every address that gets it, each once. Raises Unwritable."""
        boxes = (*self.to, *self.cc, *self.bcc)
        return tuple(dict.fromkeys(fit(address) for _, address in boxes))


def name_letter(sender: str) -> str:
    """A Message-ID for a letter of this address: unguessable, of its domain, telling nothing of the machine."""
    return f"{uuid7().hex}@{fit(sender).rpartition('@')[2]}"


def compose(parts: Parts) -> bytes:
    """The letter. Raises Unwritable."""
    if not parts.recipients:
        raise Unwritable("nobody")
    letter = EmailMessage(policy=headers.POLICY)
    for name, value in _headers(parts):
        letter[name] = value
    letter.set_content(_plain(parts.text))
    letter.add_alternative(parts.html or dress.to_html(_plain(parts.text)), subtype="html")
    for file in parts.enclosures:
        _enclose(letter, file)
    return letter.as_bytes()


def _headers(parts: Parts) -> Iterator[tuple[str, str]]:
    yield "From", headers.boxes(_fit([parts.sender]))
    yield "To", headers.boxes(_fit(parts.to)) or "undisclosed-recipients:;"
    if parts.cc:
        yield "Cc", headers.boxes(_fit(parts.cc))
    yield "Subject", headers.words(parts.subject, "Subject")
    yield "Date", format_datetime(parts.date)
    yield "Message-ID", headers.marks([parts.message_id])
    if parts.in_reply_to:
        yield "In-Reply-To", headers.marks([parts.in_reply_to])
    if parts.references:
        yield "References", headers.marks(parts.references)


def _fit(boxes: Iterable[Box]) -> list[Box]:
    return [(name, fit(address)) for name, address in boxes]


def fit(address: str) -> str:
    """An address as servers take it: a domain in another script is told in ASCII (RFC 5891). Raises Unwritable."""
    local, _, domain = address.strip().rpartition("@")
    if not local.isascii() or _unfit.search(local) or _unfit.search(domain):
        raise Unwritable("address", address)
    try:
        told = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise Unwritable("address", address) from None
    if not local or not told or len(local) > 64 or len(told) > 255:
        raise Unwritable("address", address)
    return f"{local}@{told}"


def _plain(text: str) -> str:
    """Line ends as one, and no half of a character."""
    return text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode().rstrip() + "\n"


def _enclose(letter: EmailMessage, file: File) -> None:
    """What has parts of its own (a letter, an archive of letters) travels as plain bytes, so that none changes them."""
    said = file.media_type.lower().split(";")[0].strip()
    fits = _media_type.fullmatch(said) and not said.startswith(("multipart/", "message/"))
    kind, _, form = (said if fits else FORMLESS).partition("/")
    letter.add_attachment(
        file.content, maintype=kind, subtype=form, filename=headers.line(file.name) or "file"
    )
