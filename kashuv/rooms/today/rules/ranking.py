"""The ranking: who needs me today, in order, each with the reasons that put him there. Pure; the heart of Today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kashuv.rooms.today.rules.days import Day
from kashuv.rooms.today.rules.hurts import hurt
from kashuv.rooms.today.rules.limits import is_todays
from kashuv.rooms.today.rules.matters import (
    DateMatter,
    DraftMatter,
    Key,
    LeftAlone,
    Matter,
    PromiseMatter,
    SignMatter,
    SilenceMatter,
    Tie,
    WaitingMatter,
)

LEAST = 8.0  # points; below this a matter is not worth a line
SHARE = 0.4  # how much further reasons can close the gap between the first one and 100
MANY_DATES = 3  # so many clients with nothing but a date become one item
MANY_SILENT = 5  # beyond these, one more silent client is less and less a matter for this morning
CROWD = 0.9


@dataclass(frozen=True, slots=True)
class Reason:
    """One matter with its points; `kind` is the word of the plan, `key` names the matter and its evidence."""

    kind: str
    points: float
    key: str
    matter: Matter


@dataclass(frozen=True, slots=True)
class Ranked:
    """A client with all that speaks for turning to him today, the gravest first.

    `others` are further clients folded into the same item (birthdays), each with his own reasons; `alone` is his
    wish to be left in peace, where a matter is grave enough to be shown all the same.
    """

    client_id: Key
    score: float
    reasons: tuple[Reason, ...]
    alone: LeftAlone | None = None
    others: tuple[Ranked, ...] = ()

    @property
    def kind(self) -> str:
        return self.reasons[0].kind

    @property
    def key(self) -> str:
        """The keys of all its evidence: a mark on the item is a mark on each."""
        mine = [reason.key for reason in self.reasons]
        return ".".join(mine + [other.key for other in self.others])


def rank(matters: Iterable[Matter], ties: Mapping[Key, Tie], day: Day) -> list[Ranked]:
    """At most one item for each client, the gravest first; what is too old, too light or unwished is left out."""
    reasons: dict[Key, list[Reason]] = {}
    for matter in matters:
        tie = ties.get(matter.client_id)
        if tie is not None and (reason := weigh(matter, tie, day)) is not None:
            reasons.setdefault(matter.client_id, []).append(reason)
    items = [_item(ties[client], found, day) for client, found in reasons.items()]
    return sorted(_uncrowded(sorted(_dates_folded(items), key=_order)), key=_order)


def weigh(matter: Matter, tie: Tie, day: Day) -> Reason | None:
    """The matter as a reason, or None if it is not for today."""
    if not is_todays(matter, tie, day) or (_is_quiet(tie, day) and _can_wait(matter)):
        return None
    points = hurt(matter, tie, day)
    return Reason(kind_of(matter, day), points, key_of(matter), matter) if points >= LEAST else None


def _is_quiet(tie: Tie, day: Day) -> bool:
    return tie.alone is not None and (tie.alone.until is None or tie.alone.until > day.at)


def _can_wait(matter: Matter) -> bool:
    """Who asked to be left alone is not nagged, reminded or congratulated; a word of ours is still owed to him."""
    if isinstance(matter, PromiseMatter):
        return matter.side == "theirs"
    return isinstance(matter, SilenceMatter | DateMatter)


def kind_of(matter: Matter, day: Day) -> str:
    """The plan's word for the matter."""
    if isinstance(matter, PromiseMatter):
        return "promise_late" if matter.due_at is not None and matter.due_at < day.at else "promise_due"
    if isinstance(matter, WaitingMatter):
        return "waiting_for_us"
    if isinstance(matter, SignMatter):
        return "warning_sign"
    if isinstance(matter, DraftMatter):
        return "held_draft" if matter.what == "held" else "second_opinion"
    return "cadence" if isinstance(matter, SilenceMatter) else "date"


def key_of(matter: Matter) -> str:
    """Names the matter and its evidence; the database makes the same name (see gather/unmarked.py)."""
    if isinstance(matter, PromiseMatter):
        return f"promise:{matter.promise_id.hex}:{matter.due_at.date().isoformat() if matter.due_at else ''}"
    if isinstance(matter, WaitingMatter):
        return f"waiting:{(matter.said.entry_id or matter.client_id).hex}"
    if isinstance(matter, SignMatter):
        return f"sign:{matter.sign_id.hex}"
    if isinstance(matter, SilenceMatter):
        return f"silence:{(matter.last_entry_id or matter.client_id).hex}"
    if isinstance(matter, DraftMatter):
        return f"{matter.what}:{matter.paper_id.hex}"
    return f"date:{matter.keydate_id.hex}"


def _item(tie: Tie, reasons: list[Reason], day: Day) -> Ranked:
    first, *rest = sorted(reasons, key=lambda reason: (-reason.points, reason.key))
    alone = tie.alone if _is_quiet(tie, day) else None
    return Ranked(tie.client_id, together(first.points, [r.points for r in rest]), (first, *rest), alone)


def together(first: float, rest: Iterable[float]) -> float:
    """One score of several hurts: the gravest, and a part of the way from there to 100 for what comes on top."""
    unhurt = 1.0
    for points in rest:
        unhurt *= 1 - points / 100
    return round(first + (100 - first) * SHARE * (1 - unhurt), 2)


def _dates_folded(items: list[Ranked]) -> list[Ranked]:
    """Many birthdays on one day are one item, so that they don't crowd out the rest."""
    dates = sorted((item for item in items if _only_dates(item)), key=_order)
    if len(dates) < MANY_DATES:
        return items
    first, *others = dates
    folded = Ranked(first.client_id, first.score, first.reasons, None, tuple(others))
    return [item for item in items if not _only_dates(item)] + [folded]


def _uncrowded(items: list[Ranked]) -> Iterator[Ranked]:
    """Many silent at once (an archive was brought in) are for the stock-taking: they must not fill the page."""
    silent = 0
    for item in items:
        alone = all(isinstance(reason.matter, SilenceMatter) for reason in item.reasons)
        silent += alone
        beyond = max(0, silent - MANY_SILENT) if alone else 0
        yield replace(item, score=round(item.score * CROWD**beyond, 2)) if beyond else item


def _only_dates(item: Ranked) -> bool:
    return all(isinstance(reason.matter, DateMatter) for reason in item.reasons)


def _order(item: Ranked) -> tuple[float, str]:
    return (-item.score, item.client_id.hex)
