"""Vows: what we take on by sending a letter, read out of it before it leaves, so that it stands in the ledger at once."""

from __future__ import annotations

import uuid
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kashuv.foundation import clock
from kashuv.language import read as read_words
from kashuv.rooms.conversations.rules import worth
from kashuv.rooms.promises.rules import until
from kashuv.rooms.team.models import Workspace


@dataclass(frozen=True, slots=True)
class Renewal:
    """The promise that a letter gives a new date, its words, and what came up."""

    promise: uuid.UUID
    words: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Vow:
    """`quote` are the letter's own words, `due` the moment (UTC) until which they hold, None if they name none.

    One that `renews` is no new promise: sending it moves the one that stands.
    """

    quote: str
    due: datetime | None
    taken: bool = True
    renews: Renewal | None = None

    def plain(self) -> dict[str, Any]:
        """As a draft keeps it."""
        due = self.due.isoformat() if self.due else None
        told = {"words": self.quote, "quote": self.quote, "due": due, "taken": self.taken}
        if self.renews is None:
            return told
        one = self.renews
        return told | {"renews": {"promise": str(one.promise), "words": one.words, "reason": one.reason}}

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Vow:
        due = datetime.fromisoformat(kept["due"]) if kept.get("due") else None
        told = kept.get("renews")
        renews = Renewal(uuid.UUID(told["promise"]), told["words"], told["reason"]) if told else None
        return cls(kept["quote"], due, kept["taken"], renews)


def read(
    text: str,
    *,
    workspace: Workspace,
    at: datetime,
    declined: Container[str] = (),
    before: Sequence[Vow] = (),
) -> list[Vow]:
    """What the letter promises, if it is sent at that moment; those whose words are `declined` are not taken.

    `before` is what was read of it the last time: what gave a promise its new date then gives it now, in whatever words.
    """
    reading = read_words(text, reference=clock.local(at, workspace.zone), direction="out")
    found = {one.words: one.due for one in worth.promises(reading, "out") if one.what == "ours"}
    vows = [
        Vow(words, until.end_of(due, workspace, at), words not in declined) for words, due in found.items()
    ]
    for one in before:
        if one.renews is not None:
            vows = _renewed(vows, one, one.renews)
    return vows


def _renewed(vows: list[Vow], before: Vow, renewal: Renewal) -> list[Vow]:
    """The old words are quoted, not given again; the same words as before, else the first with a day, give the new one.

    While it is written over there may be none: then the new date is missing, and is waited for.
    """
    fresh = [one for one in vows if renewal.words not in one.quote]
    dated = [one for one in fresh if one.due is not None and one.renews is None]
    if not dated:
        return [*fresh, replace(before, due=None)]
    chosen = next((one for one in dated if one.quote == before.quote), dated[0])
    return [replace(one, renews=renewal) if one is chosen else one for one in fresh]
