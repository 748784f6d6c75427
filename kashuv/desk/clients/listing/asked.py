"""What is asked of the list: filters, order, and the place to go on from; nonsense counts as not asked."""

from __future__ import annotations

import base64
import binascii
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from kashuv.rooms.clients.models import Client

SORTS = ("name", "last", "waiting")
STATES = ("waiting", "silent", "unspoken")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to the list; empty words ask for nothing. `after` is the last row that was seen: its sort value and key."""

    words: str = ""
    standing: str = Client.Standing.CURRENT
    owner: uuid.UUID | None = None
    state: str = ""
    frame: str = ""
    sort: str = "name"
    after: tuple[str, uuid.UUID] | None = None

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Asked:
        """Reads the address's query."""
        return cls(
            words=given.get("q", "").replace("\x00", "").strip()[:100],
            standing=_one_of(given.get("standing"), Client.Standing.values, Client.Standing.CURRENT),
            owner=_key(given.get("owner", "")),
            state=_one_of(given.get("state"), STATES),
            frame=_one_of(given.get("frame"), Client.Frame.values),
            sort=_one_of(given.get("sort"), SORTS, "name"),
            after=_place(given.get("after", "")),
        )

    def onward(self, value: str, key: uuid.UUID) -> str:
        """The query of the page that begins after this row."""
        return replace(self, after=(value, key)).query

    @property
    def query(self) -> str:
        """The same question as the query of an address, what is usual left out."""
        told = {
            "q": self.words,
            "standing": "" if self.standing == Client.Standing.CURRENT else self.standing,
            "owner": str(self.owner or ""),
            "state": self.state,
            "frame": self.frame,
            "sort": "" if self.sort == "name" else self.sort,
            "after": _packed(*self.after) if self.after else "",
        }
        return urlencode({name: value for name, value in told.items() if value})

    @property
    def narrowed(self) -> bool:
        """Whether anything but the usual list is asked for."""
        return replace(self, after=None, sort="name") != Asked()


def _one_of(given: str | None, known: Any, usual: str = "") -> str:
    return given if given in known else usual  # type: ignore[return-value]


def _key(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _packed(value: str, key: uuid.UUID) -> str:
    return base64.urlsafe_b64encode(json.dumps([value, key.hex]).encode()).decode().rstrip("=")


def _place(text: str) -> tuple[str, uuid.UUID] | None:
    try:
        value, key = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        return str(value).replace("\x00", ""), uuid.UUID(key)
    except (ValueError, TypeError, AttributeError, binascii.Error):
        return None
