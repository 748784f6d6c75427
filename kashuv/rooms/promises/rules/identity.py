"""What makes two notes the same promise at once: the same words of the same entry (rereading.py knows other words)."""

from __future__ import annotations

import hashlib
import uuid

from kashuv.foundation.folding import fold


def of_sentence(entry_id: uuid.UUID, side: str, sentence: str) -> str:
    """The identity of a promise that was read out of an entry; spacing, marks and letter case don't count."""
    return f"said:{entry_id.hex}:{side}:{_digest(fold(sentence) or sentence)}"


def of_hand(key: uuid.UUID) -> str:
    """The identity of a promise written by hand: its own key, since a person may mean the same words twice."""
    return f"hand:{key.hex}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]
