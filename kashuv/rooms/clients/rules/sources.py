"""Who is noise: what kind of writer stands behind an address, told from what he sends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

Nature = Literal["human", "newsletter", "automatic"]

_machine = re.compile(
    r"^(?:no|not|do[._-]?not|dont)[._-]?(?:reply|replay|answer|response)\b"
    r"|^(?:mailer-daemon|postmaster|daemon|bounces?|notifications?|alerts?|newsletters?|listserv|majordomo|unsubscribe)"
    r"(?:[._+-].*)?@|^owner-|-(?:request|owner|bounces?|errors)@|[._+-]no-?reply@|^(?:reply|bounce)[+-][\w=+-]{12,}@",
    re.IGNORECASE,
)


ROLES = frozenset(
    """
    accounting accounts admin billing booking bookings customerservice customers delivery finance help
    helpdesk hr invoice invoices jobs marketing media members news newsletter offers order orders payment
    payments press promo promotions receipt receipts reservations sales service shipping shop store
    subscriptions support team tickets updates webmaster welcome
    """.split()
)


def is_role(mail: str) -> bool:
    """Whether an address is a desk's rather than a human being's (orders@, billing@)."""
    return mail.partition("@")[0].partition("+")[0].casefold() in ROLES


def is_machine(mail: str) -> bool:
    """Whether nobody reads what is sent to this address."""
    return _machine.search(mail) is not None


def nature_of(mail: str, letters: Iterable[str]) -> Nature:
    """What stands behind an address whose letters so far were of these kinds; one written by hand makes a human.

    The kind "answer" is an automatic answer: a human being's address, on leave.
    """
    if is_machine(mail):
        return "automatic"
    kinds = set(letters)
    if not kinds or kinds & {"person", "answer"}:
        return "human"
    return "newsletter" if "newsletter" in kinds else "automatic"
