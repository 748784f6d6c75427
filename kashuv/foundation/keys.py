"""Keys that sort by the time they were made: UUID version 7 (RFC 9562, section 5.7)."""

from __future__ import annotations

import os
import threading
import time
import uuid

_lock = threading.Lock()
_last = 0


def uuid7() -> uuid.UUID:
    """A new key; within one process each is greater than the one before.

    48 bits of milliseconds, 12 bits that count within the millisecond, 62 random bits.
    """
    global _last
    with _lock:
        tick = max(time.time_ns() * 4096 // 1_000_000, _last + 1)
        _last = tick
    millis, sub = tick >> 12, tick & 0xFFF
    chance = int.from_bytes(os.urandom(8), "big") & (2**62 - 1)
    return uuid.UUID(int=millis << 80 | 0x7 << 76 | sub << 64 | 0b10 << 62 | chance)
