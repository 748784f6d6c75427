"""Whether a word written down by hand is the one that was already read out of a letter."""

from __future__ import annotations

from datetime import datetime, timedelta

from rapidfuzz import fuzz

from kashuv.foundation.folding import fold

GIVEN_NEAR = timedelta(days=3)
GIVEN_TOGETHER = timedelta(hours=12)
DUE_NEAR = timedelta(hours=24)
LIKE = 80  # of 100
LIKE_AND_DUE = 45  # the same day named twice speaks for one word, but two words may well fall due together


def likeness(
    words: str, due_at: datetime | None, read: str, read_due_at: datetime | None, apart: timedelta
) -> float:
    """How surely two promises between the same two, given `apart`, are one word: 0 for two words, at the most 101."""
    alike = fuzz.token_set_ratio(fold(words), fold(read))
    if due_at is None or read_due_at is None:
        return alike if alike >= LIKE else 0
    together = abs(due_at - read_due_at) < DUE_NEAR
    return alike + 1 if together and (apart <= GIVEN_TOGETHER or alike >= LIKE_AND_DUE) else 0
