"""How much of a letter is read at all; more is refused in plain words."""

from __future__ import annotations

from kashuv.language.mime.letter import TooMuch

RAW = 50 * 1024 * 1024
HEADERS = 256 * 1024
PARTS = 1_000
DEPTH = 50
RECIPIENTS = 2_000


def check(amount: int, most: int, what: str) -> None:
    """Refuses more than `most` of something."""
    if amount > most:
        raise TooMuch(f"This letter has {what.format(most=f'{most:,}')}.")
