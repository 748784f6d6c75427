"""What a bounce reports: the Message-ID of the letter that came back, where the bounce tells it."""

from __future__ import annotations

import re

from kashuv.language.mime import OpenedLetter

REACH = 200_000  # bytes of a bounce that are searched; the report stands before the letter's own body
_reported = re.compile(
    rb"^[ \t>]*(?:original-)?message-id:[ \t]*(?:\r?\n[ \t]+)?<([^<>\s]{3,490})>",
    re.IGNORECASE | re.MULTILINE,
)


def reported(raw: bytes, opened: OpenedLetter) -> tuple[str, ...]:
    """The Message-IDs that stand inside a bounce, its own left out."""
    found = (match.decode("ascii", "replace") for match in _reported.findall(raw[:REACH]))
    return tuple(dict.fromkeys(mark for mark in found if mark != opened.message_id))
