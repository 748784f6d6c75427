"""Headers as they go over the wire: encoded by RFC 2047, folded between words and never inside one.

The standard library's own way (email.policy) loses spaces between encoded words, and takes a Message-ID that is longer
than a line for text and encodes it, after which no program finds the thread. Those headers are therefore made here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from email.header import Header
from email.policy import EmailPolicy
from email.utils import formataddr
from typing import Any

FOLD = "\r\n "
OURS = frozenset({"from", "to", "cc", "subject", "message-id", "in-reply-to", "references"})
WIDTH = 76
_control = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


class AsMade(EmailPolicy):
    """The policy of letters that leave: what was made here goes out as it is."""

    def header_store_parse(self, name: str, value: Any) -> tuple[str, Any]:
        return (name, value) if name.lower() in OURS else super().header_store_parse(name, value)

    def header_fetch_parse(self, name: str, value: Any) -> Any:
        return value if name.lower() in OURS else super().header_fetch_parse(name, value)

    def fold(self, name: str, value: Any) -> Any:
        return f"{name}: {value}\r\n" if name.lower() in OURS else super().fold(name, value)

    def fold_binary(self, name: str, value: Any) -> bytes:
        ours = name.lower() in OURS
        return f"{name}: {value}\r\n".encode("ascii") if ours else super().fold_binary(name, value)


POLICY = AsMade(linesep="\r\n", cte_type="7bit", raise_on_defect=False)


def line(text: str) -> str:
    """One line without controls, so that it can't begin a header of its own, and without half a character."""
    return " ".join(_control.sub(" ", text).encode("utf-8", "replace").decode().split())


def words(text: str, name: str = "") -> str:
    """Free text; `name` is the header's, whose first line is shorter by it."""
    plain = line(text)
    foreign = not plain.isascii() or "=?" in plain  # what only looks encoded is encoded too
    made = Header(plain, "utf-8" if foreign else "us-ascii", maxlinelen=WIDTH, header_name=name)
    return made.encode(linesep="\r\n")


def boxes(people: Iterable[tuple[str, str]]) -> str:
    """Names and addresses; the addresses must be ASCII and fit."""
    return f",{FOLD}".join(_box(name, address) for name, address in people)


def _box(name: str, address: str) -> str:
    plain = line(name)
    return (
        f"{words(plain)} <{address}>"
        if not plain.isascii() or "=?" in plain
        else formataddr((plain, address))
    )


def marks(message_ids: Iterable[str]) -> str:
    """Message-IDs, each on a line of its own; those of others may hold anything, and keep only what may stand there."""
    fit = (re.sub(r"[^\x21-\x3b\x3d\x3f-\x7e]", "", one)[:900] for one in message_ids)
    return FOLD.join(f"<{one}>" for one in fit if one)
