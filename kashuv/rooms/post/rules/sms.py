"""SMS: how many parts a text will be, as the networks count (3GPP TS 23.038): 160 plain signs, or 70 of any others."""

from __future__ import annotations

from dataclasses import dataclass

PLAIN = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
DOUBLE = frozenset("\f^{}\\[~]|€")  # of the extension table: each takes two places


@dataclass(frozen=True, slots=True)
class Size:
    """`left` is how much more the last part holds."""

    signs: int
    parts: int
    left: int


def is_plain(text: str) -> bool:
    """Whether it can go in the small alphabet; one Hebrew letter, and it can not."""
    return all(sign in PLAIN or sign in DOUBLE for sign in text)


def size(text: str) -> Size:
    """An emoji outside the first plane counts twice, like a sign of the extension table; no sign is cut in two."""
    plain = is_plain(text)
    widths = [2 if (sign in DOUBLE if plain else ord(sign) > 0xFFFF) else 1 for sign in text]
    alone, each = (160, 153) if plain else (70, 67)
    if sum(widths) <= alone:
        return Size(sum(widths), 1 if text else 0, alone - sum(widths))
    parts, used = 1, 0
    for width in widths:
        if used + width > each:
            parts, used = parts + 1, 0
        used += width
    return Size(sum(widths), parts, each - used)
