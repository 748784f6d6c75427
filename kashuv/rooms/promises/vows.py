"""Vows: what we take on by sending a letter, read out of it before it leaves, so that it stands in the ledger at once."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from kashuv.foundation import clock
from kashuv.language import read as read_words
from kashuv.rooms.conversations.rules import worth
from kashuv.rooms.team.models import Workspace

LAST_SECOND = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Vow:
    """`quote` are the letter's own words, `due` the moment (UTC) until which they hold, None if they name none."""

    quote: str
    due: datetime | None
    taken: bool = True

    def plain(self) -> dict[str, Any]:
        """As a draft keeps it."""
        due = self.due.isoformat() if self.due else None
        return {"words": self.quote, "quote": self.quote, "due": due, "taken": self.taken}

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Vow:
        due = datetime.fromisoformat(kept["due"]) if kept.get("due") else None
        return cls(kept["quote"], due, kept["taken"])


def read(text: str, *, workspace: Workspace, at: datetime, declined: Container[str] = ()) -> list[Vow]:
    """What the letter promises, if it is sent at that moment; those whose words are `declined` are not taken."""
    reading = read_words(text, reference=clock.local(at, workspace.zone), direction="out")
    found = {one.words: one.due for one in worth.promises(reading, "out") if one.what == "ours"}
    return [Vow(words, _until(due, workspace, at), words not in declined) for words, due in found.items()]


def _until(due: datetime | None, workspace: Workspace, at: datetime) -> datetime | None:
    """A day that is named without an hour lasts until its work ends; if that is over today, until the day itself is."""
    if due is None:
        return None
    local = clock.local(due, workspace.zone)
    if local.time().replace(microsecond=0) != LAST_SECOND:
        return due.astimezone(UTC)
    ends = clock.end_of_workday(local.date(), workspace)
    return ends if ends > at else due.astimezone(UTC)
