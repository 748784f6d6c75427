"""How many of a thing, as one says it: one client, 2 clients."""

from __future__ import annotations


def counted(number: int, thing: str, things: str = "") -> str:
    """The number with its noun; `things` where the plural is not the noun with an s."""
    return f"{number:,} {thing if number == 1 else things or f'{thing}s'}"
