"""When two deliveries are one letter: the same Message-ID, sender, date and words, by whatever way they came."""

from __future__ import annotations

import re
from hashlib import sha256

from kashuv.language.mime import OpenedLetter
from kashuv.language.mime.travel import plain

_head_end = re.compile(rb"\r?\n\r?\n")
_our_name = re.compile(r"[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}@([a-z0-9.-]+)")  # a UUID of version 7
_quoted_from = re.compile(r"^>+(?=From )", re.MULTILINE)  # some mailbox files quote it twice, some not at all


def of_letter(raw: bytes, opened: OpenedLetter) -> bytes:
    """32 bytes that are the same for each delivery of one letter, whatever servers added on the way.

    A relay may change line ends and transfer encodings, so what counts is what was written, decoded. Without a
    Message-ID there is less to go by, and the body counts as it came. A letter of our own is known by its name alone,
    for its provider may write the copy that it keeps anew.
    """
    if is_ours(opened.message_id, opened.from_.address):
        return sha256(f"ours\0{opened.message_id}".encode()).digest()
    told = [
        opened.message_id,
        opened.from_.address,
        opened.date.isoformat() if opened.date else "",
        *(_words(opened) if opened.message_id else (opened.subject, _body(raw))),
    ]
    return sha256("\0".join(told).encode("utf-8", "surrogatepass")).digest()


def is_ours(message_id: str, sender: str) -> bool:
    """Whether the name is one that we give (rooms.post.composing), in the sender's own domain: made once, and guessed by
    nobody."""
    found = _our_name.fullmatch(message_id)
    return found is not None and sender.endswith(f"@{found[1]}")


def _words(opened: OpenedLetter) -> list[str]:
    return [
        " ".join(_quoted_from.sub("", opened.text or opened.html).split()),
        *(attachment.digest for attachment in opened.attachments),
    ]


def _body(raw: bytes) -> str:
    """A hash of everything below the head, with plain line ends and without a mailbox file's quoting."""
    end = _head_end.search(raw)
    body = raw[end.end() :] if end else b""
    return sha256(plain(body)).hexdigest()


def of_bytes(raw: bytes) -> bytes:
    """The name of bytes by their content."""
    return sha256(raw).digest()
