"""Phones in signatures: the one that a human being carries himself; an office's number tells nobody apart."""

from __future__ import annotations

import re

_mobile = re.compile(
    r"(?<![\d+])(?:\+?972[-\s.()]{0,3}0?|0)5\d[-\s.]?\d{3}[-\s.]?\d{4}(?!\d)|(?<![\d+])(?:\+?972[-\s.()]{0,3}0?|0)5\d[-\s.]?\d{7}(?!\d)"
)
_labelled = re.compile(
    r"\b(?:mobile|cell(?:ular)?|cel|mob|m)\b\.?[:\s]{1,3}(\+\d[\d\s().-]{7,18}\d)|(?:נייד|סלולרי)[:\s]{1,3}(\+?\d[\d\s().-]{7,18}\d)",
    re.IGNORECASE,
)
REACH = 2000


def mobile_in(signature: str) -> str:
    """The mobile number of a signature as it stands there; empty if there is none, or more than one."""
    text = signature[:REACH]
    found = {match.group() for match in _mobile.finditer(text)}
    found = found or {match[1] or match[2] for match in _labelled.finditer(text)}
    return found.pop().strip() if len(found) == 1 else ""
