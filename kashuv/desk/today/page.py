"""Today as named parts: a greeting, the few who need us, the rest that can wait, and the margin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localtime
from django.utils.translation import ngettext, pgettext
from pyluach.dates import HebrewDate

from kashuv.desk.layout.addresses import address
from kashuv.desk.layout.seen import tongue
from kashuv.desk.today.steps import Step, steps
from kashuv.foundation import clock
from kashuv.rooms.clients.models import Client
from kashuv.rooms.team.models import Member
from kashuv.rooms.today.items import Because, Item, Plan
from kashuv.rooms.today.rules.word import Word
from kashuv.rooms.today.wording import desk

LIES = ("held_draft", "second_opinion")
HURTS = ("promise_late", "promise_due", "warning_sign")
HURTS_TODAY = 45  # points: a word of theirs, or one of ours that is due tomorrow, is no red matter
WAITS = ("waiting_for_us", "project_date")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, and the address of the words that it rests on; empty if it rests on none."""

    why: Because
    source: str


@dataclass(frozen=True, slots=True)
class Card:
    """One item, ready to be drawn: the address of the client, the colour of its tag, the reasons of which the first
    is shown with what must be at hand, and the others follow below, where to say that a promise was kept, and the
    ways in which to turn to the client."""

    item: Item
    address: str
    colour: str
    because: Reason
    at_hand: tuple[Reason, ...]
    more: tuple[Reason, ...]
    keeping: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A line above the list, where it leads, and whether somebody is hurt by it."""

    said: str
    address: str
    hurts: bool = False


@dataclass(frozen=True, slots=True)
class TodayPage:
    """`plan` as it was made; `folded` more items can wait; `has_clients` tells an empty day from an empty desk."""

    greeting: str
    name: str
    day: date
    hebrew_day: str
    plan: Plan
    cards: tuple[Card, ...]
    folded: int
    our_word: str
    has_clients: bool
    notices: tuple[Notice, ...]

    @property
    def kept_yesterday(self) -> str:
        n = self.plan.kept_yesterday
        return ngettext("One word was kept.", "%(n)s words were kept.", n) % {"n": n}


def today_page(member: Member, plan: Plan, now: datetime) -> TodayPage:
    """The page of this plan; asks the database only when there is nothing to show."""
    here = localtime(now, member.workspace.zone)
    return TodayPage(
        greeting=greeting(here.hour),
        name=member.name.split()[0],
        day=plan.day,
        hebrew_day=_hebrew_day(plan.day),
        plan=plan,
        cards=tuple(map(_card, plan.items)),
        folded=plan.more,
        our_word=_our_word(plan.our_word),
        notices=tuple(_notices(plan)),
        has_clients=bool(plan.items) or Client.objects.seen_by(member).served().exists(),
    )


def _notices(plan: Plan) -> Iterator[Notice]:
    words = desk.tongue(tongue())
    if plan.stuck:
        yield Notice(words.stuck(plan.stuck), address("outbox"), hurts=True)
    if plan.still:
        yield Notice(words.still(plan.still), address("closing"))
    if plan.apart:
        yield Notice(words.apart(plan.apart), address("drafts"))


def greeting(hour: int) -> str:
    """What one says at that hour."""
    if 5 <= hour < 12:
        return pgettext("greeting", "Good morning")
    if 12 <= hour < 17:
        return pgettext("greeting", "Good afternoon")
    if 17 <= hour < 22:
        return pgettext("greeting", "Good evening")
    return pgettext("greeting", "A quiet night")


def _hebrew_day(day: date) -> str:
    if tongue() == "he":
        return clock.hebrew_date(day)
    hebrew = HebrewDate.from_pydate(day)
    return f"{hebrew.day} {hebrew.month_name()}"


def _our_word(word: Word) -> str:
    """How our promises ended, without the noughts."""
    parts = (
        (word.kept, ngettext("%(n)s kept on time", "%(n)s kept on time", word.kept)),
        (word.moved, ngettext("%(n)s moved openly", "%(n)s moved openly", word.moved)),
        (word.late, ngettext("%(n)s late", "%(n)s late", word.late)),
    )
    return ", ".join(said % {"n": n} for n, said in parts if n)


def _card(item: Item) -> Card:
    because, *more = (_reason(item, why) for why in item.why)
    return Card(
        item=item,
        address=address("client", item.client.id),
        colour=_colour(item),
        because=because,
        at_hand=tuple(reason for reason in more if reason.why.at_hand),
        more=tuple(reason for reason in more if not reason.why.at_hand),
        keeping=address("promise-keeping", item.promise_id) if item.promise_id else "",
        steps=steps(item),
    )


def _reason(item: Item, why: Because) -> Reason:
    return Reason(why, address("reading", item.client.id, why.entry_id) if why.entry_id else "")


def _colour(item: Item) -> str:
    """Red only for what hurts somebody today."""
    if item.kind in HURTS and item.score >= HURTS_TODAY:
        return "hurt"
    return "wait" if item.kind in (*HURTS, *WAITS, *LIES) else "calm"
