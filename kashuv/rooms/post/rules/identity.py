"""When two deliveries are one letter: the same Message-ID, sender, date and words, by whatever way they came."""

from __future__ import annotations

from hashlib import sha256

from kashuv.language.mime import OpenedLetter


def of_letter(opened: OpenedLetter) -> bytes:
    """32 bytes that are the same for each delivery of one letter, whatever servers added on the way.

    It is made of what was written, decoded: a relay may change line ends and transfer encodings, not words.
    """
    told = [
        opened.message_id,
        opened.from_.address,
        opened.date.isoformat() if opened.date else "",
        opened.subject if not opened.message_id else "",
        " ".join((opened.text or opened.html).split()),
        *(attachment.digest for attachment in opened.attachments),
    ]
    return sha256("\0".join(told).encode("utf-8", "surrogatepass")).digest()


def of_bytes(raw: bytes) -> bytes:
    """The name of bytes by their content."""
    return sha256(raw).digest()
