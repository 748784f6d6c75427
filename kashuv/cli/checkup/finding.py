"""What a look found: good, worth a note, or wrong; and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    """`state` "wrong" means that somebody has to do something; `advice` says what."""

    name: str
    state: Literal["good", "note", "wrong"]
    found: str
    advice: str = ""
