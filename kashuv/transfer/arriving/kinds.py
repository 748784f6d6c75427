"""Recognises what a file is by what stands in it; its name counts for nothing."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from kashuv.transfer.arriving.chat import lines
from kashuv.transfer.arriving.contacts import tables
from kashuv.transfer.arriving.mail import mbox
from kashuv.transfer.arriving.pieces import SourceKind
from kashuv.transfer.arriving.text import decoded

HEAD = 64 * 1024
EMPTY = "This file is empty."
UNREADABLE = "This file can't be read."
UNKNOWN = "This is no mail, address book, table, calendar or chat that is known here."
NO_COLUMNS = "No column of this table holds names, mail addresses or phones."

_FIELD = re.compile(rb"(?:>?From [^\n]{0,900}\n)?[!-9;-~]{1,100}[ \t]*:")
_BLANK = re.compile(rb"\r?\n\r?\n")
_KNOWN = re.compile(
    rb"^(?:from|to|cc|subject|date|received|message-id|return-path|delivered-to|mime-version|x-[a-z0-9-]+|reply-to|"
    rb"content-type|dkim-signature|sender|authentication-results|arc-[a-z-]+|x-mozilla-status)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)


def kind_of(file: Path) -> tuple[SourceKind, str]:
    """The kind of a file; "unknown" comes with the reason, in one sentence."""
    try:
        with file.open("rb") as opened:
            head = opened.read(HEAD)
        return _kind_of(file, head) if head.strip() else ("unknown", EMPTY)
    except OSError:
        return "unknown", UNREADABLE


def _kind_of(file: Path, head: bytes) -> tuple[SourceKind, str]:
    if _is_box(file, head):
        return "box", ""
    if mbox.is_mbox(head):
        return "mbox", ""
    return _kind_of_text(head)


def _is_box(file: Path, head: bytes) -> bool:
    packed = head.startswith((b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")) or head[257:262] == b"ustar"
    return packed and (not head.startswith(b"PK") or zipfile.is_zipfile(file))


def _kind_of_text(head: bytes) -> tuple[SourceKind, str]:
    text = decoded(head).lstrip("\ufeff \t\r\n")
    opening = text[:200].upper()
    if opening.startswith("BEGIN:VCARD"):
        return "cards", ""
    if opening.startswith("BEGIN:VCALENDAR"):
        return "calendar", ""
    if _is_letter(head):
        return "letters", ""
    if "\0" in text:
        return "unknown", UNKNOWN
    if lines.is_chat(text):
        return "chat", ""
    if tables.is_table(text):
        return ("table", "") if tables.is_of_contacts(text) else ("unknown", NO_COLUMNS)
    return "unknown", UNKNOWN


def _is_letter(head: bytes) -> bool:
    head = head.lstrip(b"\r\n")
    return bool(_FIELD.match(head) and _KNOWN.search(_BLANK.split(head, 1)[0]))
