"""The pieces of which an expression of time is made, while it is being read.

Every piece has a kind, one letter, so that the grammar can be written as patterns over kinds:

    0 number          O ordinal         Y year            f half, quarter
    o ordinal that is also a weekday's name (שלישי)
    U unit            u "this" unit     X length of time  S last, this, next
    W weekday         M month           m Hebrew month    g Hebrew letters as a number
    R today, tomorrow N now             H holiday         K season     Q quarter of a year
    C time of day     A am, pm          P part of the day @ at          h o'clock
    E start, end      B by, until       b before          F from       G after     L ago
    I in              i within          Z from now        V between    & and       T to, dash
    d decade (1990s)
    a ahead (בעוד)    l to (Hebrew ל)   J date in figures D days that are settled         v eve       , comma
    . is read over    x anything else, which ends the expression
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from kashuv.language.reading import Grain, Kind


@dataclass(slots=True)
class Item:
    """One piece and its place in the text; `sure` is false for a word with another common meaning."""

    kind: str
    value: Any
    start: int
    end: int
    sure: bool = True
    whole: bool = False  # "for" stands before: a length is that of the whole, not a way to go
    led: bool = False  # a word that leads to a day stands before: "by the 15th", "ב-15.3"


class Clock(NamedTuple):
    """A time of day. `settled` when nobody can take morning for evening."""

    hour: int
    minute: int = 0
    second: int = 0
    grain: Grain = "hour"
    settled: bool = True


class Length(NamedTuple):
    """A length of time, by units: (2, "week"), (1, "day")."""

    parts: tuple[tuple[float, str], ...]
    definite: bool = False  # "the three days", "the next three days"


class Part(NamedTuple):
    """A part of the day, from hour to hour; beyond 24 it runs into the next day."""

    name: str
    start: float
    end: float
    today: bool = False  # the word itself says "this": tonight, הבוקר


class Span(NamedTuple):
    """Settled time on the wall clock."""

    start: datetime
    end: datetime
    grain: Grain
    kind: Kind = "point"
    certainty: float = 0.9
    guessed: bool = False  # the year or the week was not said
    loose: bool = False  # a bare part of the day or a bare hour
