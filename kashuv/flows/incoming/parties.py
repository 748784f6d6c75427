"""Sorting: on which side of the desk each name of a letter stands; pure, on opened letters."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Literal

from kashuv.language.mime import Mailbox, OpenedLetter
from kashuv.rooms.clients.rules.contact import Contact


@dataclass(frozen=True, slots=True)
class Parties:
    """Who stands where: `others` are theirs, the likeliest counterpart first; `mine` is our first address, if any."""

    direction: Literal["in", "out"]
    others: tuple[Contact, ...]
    mine: str


def parties(opened: OpenedLetter, ours: Container[str]) -> Parties:
    """A letter from one of our addresses goes out; every other comes in, and of noise only the sender counts."""
    sender = opened.from_ if opened.from_.address else opened.sender
    recipients = (*opened.to, *opened.cc, *opened.bcc)
    if sender.address in ours:
        return Parties("out", _contacts(recipients, ours), sender.address)
    mine = next((box.address for box in recipients if box.address in ours), "")
    heard = (sender,) if opened.is_automatic else (sender, *recipients)
    return Parties("in", _contacts(heard, ours), mine)


def _contacts(boxes: tuple[Mailbox, ...], ours: Container[str]) -> tuple[Contact, ...]:
    return tuple(
        Contact(box.name, (box.address,)) for box in boxes if "@" in box.address and box.address not in ours
    )


def kind_of(opened: OpenedLetter) -> str:
    """The kind of a letter as it tells of its writer.

    An answer written by a program comes from a human being's address, and so does an answer over a mailing list.
    """
    if opened.kind in ("automatic", "newsletter") and (
        opened.in_reply_to or "repl" in opened.because.casefold()
    ):
        return "answer"
    return "automatic" if opened.kind == "bounce" else opened.kind
