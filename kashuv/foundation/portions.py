"""Long lists in portions that one statement can carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
PORTION = 300


def portions(values: Iterable[T], size: int = PORTION) -> Iterator[list[T]]:
    """Each value once, in order, at most `size` at a time."""
    once = list(dict.fromkeys(values))
    return (once[start : start + size] for start in range(0, len(once), size))
