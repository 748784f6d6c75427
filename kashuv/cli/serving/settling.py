"""Settling: Python's collector is told that what is loaded stays, and looks less often.

It counts what is made anew and walks over what lives, to find cycles. A page makes thousands of small objects, hardly
one in a cycle, and the loaded program is hundreds of thousands: left alone, it walks over them in the middle of a page.
"""

from __future__ import annotations

import gc

MADE = 20_000  # objects before the young are looked through: some MiB at most
ROUNDS = (20, 50)


def settle() -> None:
    """To be called once, when the program is loaded."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(MADE, *ROUNDS)
