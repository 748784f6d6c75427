"""The book of a story: one JSON object, checked key by key; what it doesn't know it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from kashuv.foundation.storable import storable

Page = Mapping[str, Any]

TOP = frozenset(
    "now tz me members clients entries promises time income mistakes gestures opportunities offers ask".split()
)
PARTS = {
    "members": "email name role",
    "clients": "id name owner since cadence_days exclusive people services facts conflicts_with hours channel",
    "entries": "id client person at kind direction by subject text",
    "promises": "id client side words given_at due kept_at released_at moves",
    "time": "client at hours rate by",
    "income": "client at amount currency",
    "mistakes": "client at hurt words repaired_at",
    "gestures": "client at words",
    "opportunities": "id at text",
    "offers": "opportunity client at outcome",
    "ask": "id question member opportunity client text day",
}
INNER = {
    "people": "id name email phone role address",
    "moves": "at to reason told",
}
NEEDED = {
    "clients": "id name",
    "entries": "id at kind",
    "promises": "id client words given_at",
    "ask": "id question",
    "members": "email",
    "moves": "at to",
}
WORDS = {
    ("entries", "kind"): "mail call meeting sms whatsapp memo",
    ("entries", "direction"): "in out",
    ("promises", "side"): "ours theirs",
    ("members", "role"): "owner manager member",
    ("people", "address"): "him her them",
}
KINDS: dict[str, tuple[tuple[type, ...], str]] = {  # what is not named here is a text
    **dict.fromkeys(("id", "client", "person", "opportunity"), ((str, int), "an id")),
    **dict.fromkeys(("cadence_days", "rate", "amount"), ((int, float), "a number")),
    **dict.fromkeys(("exclusive", "told"), ((bool,), "true or false")),
    **dict.fromkeys(("people", "moves", "services", "facts", "conflicts_with"), ((list,), "a list")),
    "hours": ((str, int, float), "a text, or a number"),
}
TEXT = ((str,), "a text")
NAMED_ONCE = {"members": "email", "clients": "id", "entries": "id", "promises": "id"}


class Nonsense(Exception):
    """What is wrong with the story, in one sentence."""


@dataclass(frozen=True, slots=True)
class Book:
    """A checked story. Moments are aware; a day without an hour is noon, or as a deadline the end of that day."""

    pages: Page
    now: datetime
    zone: ZoneInfo

    def part(self, name: str) -> Sequence[Page]:
        return self.pages.get(name) or []

    def moment(self, text: str, *, deadline: bool = False) -> datetime:
        """A moment that the story names; raises Nonsense."""
        return _moment(text, time(23, 59) if deadline else time(12), self.zone)


def read_book(pages: Any) -> Book:
    """Checks a story that was read from JSON; raises Nonsense with what to change."""
    if not isinstance(pages, dict):
        raise Nonsense("a story is one JSON object with at least now and clients")
    pages = _clean(pages)
    _refuse_unknown(pages, TOP, "the story")
    for name in ("now", "clients"):
        if name not in pages:
            raise Nonsense(f"the story has no {name!r}, and needs it")
    for name, keys in PARTS.items():
        for place, page in _pages_of(pages, name, name):
            _check(name, place, page, keys)
    for name, key in NAMED_ONCE.items():
        _refuse_twins(pages, name, key)
    _expect("the story's me", pages.get("me"), *TEXT)
    try:
        zone = ZoneInfo(pages.get("tz") or "Asia/Jerusalem")
    except Exception:  # ZoneInfo raises five kinds for as many spellings of nonsense
        raise Nonsense(f"{pages['tz']!r} is no time zone; an example is Asia/Jerusalem") from None
    return Book(pages, _moment(pages["now"], time(12), zone), zone)


def _clean(value: Any) -> Any:
    """What no database takes (half of a character, a zero) is replaced, as in everything that arrives."""
    if isinstance(value, dict):
        return {key: _clean(one) for key, one in value.items()}
    return [_clean(one) for one in value] if isinstance(value, list) else storable(value)


def _moment(text: str, hour: time, zone: ZoneInfo) -> datetime:
    """`hour` is meant where only a day is named."""
    try:
        if len(text) == 10:
            return datetime.combine(date.fromisoformat(text), hour, zone)
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        raise Nonsense(f"{text!r} is no date; write it like 2026-11-24T09:30:00+02:00") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _pages_of(pages: Page, name: str, place: str) -> Iterator[tuple[str, Page]]:
    part = pages.get(name)
    if part is None:
        return
    if not isinstance(part, list):
        raise Nonsense(f"{place} is no list")
    for n, page in enumerate(part):
        if not isinstance(page, dict):
            raise Nonsense(f"{place}[{n}] is no object")
        yield f"{place}[{n}]", page


def _check(name: str, place: str, page: Page, keys: str) -> None:
    _refuse_unknown(page, keys.split(), place)
    for key in NEEDED.get(name, "").split():
        if page.get(key) in (None, ""):
            raise Nonsense(f"{place} has no {key!r}, and needs it")
    for key, value in page.items():
        _expect(f"{place}.{key}", value, *KINDS.get(key, TEXT))
        allowed = WORDS.get((name, key))
        if allowed and value not in (None, "", *allowed.split()):
            raise Nonsense(f"{place}.{key} is {value!r}; it can be {', '.join(allowed.split())}")
        if key == "cadence_days" and (value or 0) < 0:
            raise Nonsense(f"{place}.{key} is {value!r}, which is less than nothing")
        if key in INNER:
            for inner, one in _pages_of(page, key, f"{place}.{key}"):
                _check(key, inner, one, INNER[key])
        elif isinstance(value, list):
            for n, one in enumerate(value):
                _expect(f"{place}.{key}[{n}]", one, *TEXT)


def _expect(place: str, value: Any, kinds: tuple[type, ...], wanted: str) -> None:
    if value is not None and not isinstance(value, kinds):
        raise Nonsense(f"{place} is {value!r}; it must be {wanted}")


def _refuse_twins(pages: Page, name: str, key: str) -> None:
    """What comes back in answers, or is pointed at, must be one thing."""
    times = Counter(str(page[key]).strip().lower() for page in pages.get(name) or ())
    twins = [one for one, count in times.items() if count > 1]
    if twins:
        raise Nonsense(f"{name} has the {key} {twins[0]!r} more than once")


def _refuse_unknown(page: Page, known: Any, place: str) -> None:
    unknown = sorted(set(page) - set(known))
    if unknown:
        raise Nonsense(f"{place} has a key that stories don't know: {', '.join(map(repr, unknown))}")
