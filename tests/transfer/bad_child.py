"""A reading child that falls ill at certain letters, to see that nothing else does."""

import os
import time

from kashuv.transfer.arriving.reader import __main__ as child
from kashuv.transfer.arriving.reader.work import Desk

healthy = Desk.answer


def answer(self: Desk, kind: str, raw: bytes, about: dict) -> dict:  # type: ignore[type-arg]
    if b"DIE" in raw:
        os._exit(1)
    if b"HANG" in raw:
        time.sleep(600)
    return healthy(self, kind, raw, about)


Desk.answer = answer  # type: ignore[method-assign,assignment]
child.main()
