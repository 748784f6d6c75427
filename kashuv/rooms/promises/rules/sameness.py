"""Whether a word written down by hand is the one that was already read out of a letter."""

from __future__ import annotations

from datetime import datetime, timedelta

from rapidfuzz import fuzz

from kashuv.foundation.folding import fold

GIVEN_NEAR = timedelta(days=3)
DUE_NEAR = timedelta(hours=24)
LIKE = 80  # of 100


def is_same_word(words: str, due_at: datetime | None, read: str, read_due_at: datetime | None) -> bool:
    """Promises between the same two, given within a few days: the same if they fall due together or sound alike."""
    if due_at is not None and read_due_at is not None:
        return abs(due_at - read_due_at) < DUE_NEAR
    return fuzz.token_set_ratio(fold(words), fold(read)) >= LIKE
