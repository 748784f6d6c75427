"""Who may be a client: from how often somebody and we have turned to each other, with the reasons."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

ENOUGH_LETTERS = 3  # to and fro; a stranger after one exchange is none of ours yet
ENOUGH_UNANSWERED = 3
Reason = dict[str, Any]


@dataclass(slots=True)
class Tie:
    """What there was between us and one person, or one organisation; `talks` are calls, meetings and messages."""

    ins: int = 0
    outs: int = 0
    talks: int = 0
    days: set[date] = field(default_factory=set)
    in_days: set[date] = field(default_factory=set)
    first: datetime | None = None
    last: datetime | None = None
    tongues: Counter[str] = field(default_factory=Counter)
    members: Counter[uuid.UUID] = field(default_factory=Counter)
    latest_in: uuid.UUID | None = None

    def hear(self, entry: uuid.UUID, at: datetime, *, incoming: bool, mail: bool, tongue: str) -> None:
        """Adds one entry; they come oldest first."""
        self.first = self.first or at
        self.last = at
        self.days.add(at.date())
        if not mail:
            self.talks += 1
        elif incoming:
            self.ins += 1
            self.latest_in = entry
        else:
            self.outs += 1
        if incoming:
            self.in_days.add(at.date())
            self.tongues[tongue] += 1


def together(ties: Iterable[Tie]) -> Tie:
    """The ties with several people of one organisation as one."""
    whole = Tie()
    for tie in ties:
        whole.ins, whole.outs, whole.talks = (
            whole.ins + tie.ins,
            whole.outs + tie.outs,
            whole.talks + tie.talks,
        )
        whole.days |= tie.days
        whole.in_days |= tie.in_days
        whole.tongues += tie.tongues
        whole.members += tie.members
        whole.first = min((at for at in (whole.first, tie.first) if at), default=None)
        if tie.last and (whole.last is None or tie.last > whole.last):
            whole.last, whole.latest_in = tie.last, tie.latest_in or whole.latest_in
    return whole


def reasons(tie: Tie, *, is_desk: bool = False) -> list[Reason]:
    """Why somebody may be a client; nothing if he may not. The strongest reason stands first.

    A desk (orders@, billing@) that was never answered is a supplier's machine room, not a client who waits.
    """
    found = [*_to_and_fro(tie), *_talks(tie), *([] if is_desk else _writes(tie))]
    if found and tie.first:
        found.append({"reason": "known_since", "day": tie.first.date().isoformat(), "days": len(tie.days)})
    return found


def _to_and_fro(tie: Tie) -> list[Reason]:
    if tie.ins and tie.outs and tie.ins + tie.outs + tie.talks >= ENOUGH_LETTERS and len(tie.days) > 1:
        return [{"reason": "to_and_fro", "ins": tie.ins, "outs": tie.outs}]
    return []


def _talks(tie: Tie) -> list[Reason]:
    if tie.talks > 1 or (tie.talks and tie.ins + tie.outs):
        return [{"reason": "talks", "talks": tie.talks}]
    return []


def _writes(tie: Tie) -> list[Reason]:
    """Somebody who keeps writing by hand and was never answered: perhaps the one whom we flee from."""
    if not tie.outs and tie.ins >= ENOUGH_UNANSWERED and len(tie.in_days) > 1:
        return [{"reason": "writes", "ins": tie.ins}]
    return []


def language(tie: Tie, default: str) -> str:
    """The tongue in which he writes to us."""
    spoken = [(count, tongue) for tongue, count in tie.tongues.items() if tongue in ("he", "en")]
    return max(spoken)[1] if spoken else default
