"""What a bounce reports: which letter came back, from whom, and why (RFC 3464), where the bounce tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass

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


_field = re.compile(
    rb"^(Action|Status|Diagnostic-Code|Final-Recipient):[ \t]*(.*(?:\r?\n[ \t]+\S.*)*)",
    re.IGNORECASE | re.MULTILINE,
)
_kind = re.compile(r"^[\w.-]+\s*;\s*")


@dataclass(frozen=True, slots=True)
class Report:
    """What a mail server says became of a letter; `recipient` and `said` may be empty."""

    is_final: bool
    recipient: str
    said: str


def report(raw: bytes, opened: OpenedLetter) -> Report:
    """The first recipient's fate; one that is only delayed, or was delivered, is not final."""
    told: dict[str, str] = {}
    for name, value in _field.findall(raw[:REACH]):
        text = " ".join(value.decode("utf-8", "replace").split())
        told.setdefault(name.decode().lower(), text)
    action = told.get("action", "failed").split(" ")[0].lower()
    said = _kind.sub("", told.get("diagnostic-code", "")) or told.get("status", "")
    return Report(
        is_final=action == "failed",
        recipient=_kind.sub("", told.get("final-recipient", "")).strip("<>"),
        said=said or _first_line(opened.text) or opened.subject,
    )


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")
