"""English does not show to whom it speaks; there is nothing to tell apart."""

from __future__ import annotations

CLUES: dict[str, dict[str, tuple[float, str]]] = {}
SINGULAR: dict[str, tuple[float, str]] = {}
PAST = r"(?!)"
