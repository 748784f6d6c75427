"""A contact: a human being as a source tells of one, before we know whether we know him."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Contact:
    """`birthday` may lack its year (then year 1904)."""

    name: str
    mails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    organisation: str = ""
    role: str = ""
    birthday: date | None = None
    memo: str = ""
