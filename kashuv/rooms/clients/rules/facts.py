"""Facts: what can be read out of a sentence in a client's file: a day to remember, a wish to be left alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from kashuv.foundation.folding import fold
from kashuv.language import dates
from kashuv.language.reading import Moment

DayKind = Literal["birthday", "anniversary", "contract", "other"]

_KINDS: tuple[tuple[DayKind, re.Pattern[str]], ...] = (
    (
        "birthday",
        re.compile(
            r"birthday|\bb-?day\b|\bborn (?:on|in)\b|יום[ -]ה?הולדת|ימי הולדת|נולד[הו]?\b", re.IGNORECASE
        ),
    ),
    (
        "anniversary",
        re.compile(r"anniversar(?:y|ies)|יו?ם[ -]ה?(?:נישואים|נישואין|שנה)|שנה ל", re.IGNORECASE),
    ),
    (
        "contract",
        re.compile(
            r"(?:contract|agreement|retainer|lease|subscription|licen[cs]e)\b.{0,40}\b(?:end|expir|renew|run|valid|until|till|up on)"
            r"|(?:end|expiry|expiration|renewal) of (?:the |his |her |their |our )?(?:contract|agreement|retainer)"
            r"|(?:חוזה|הסכם|ההתקשרות|הריטיינר|המנוי).{0,40}(?:מסתיי|נגמר|פג|עד|לחידוש|מתחדש|יסתיים|תסתיים|בתוקף)"
            r"|(?:סיום|סוף|חידוש|תום|פקיעת) ה?(?:חוזה|הסכם|התקשרות|ריטיינר|מנוי)",
            re.IGNORECASE,
        ),
    ),
)
_ALONE = re.compile(
    r"\b(?:not|don'?t|do not|never|no)\b.{0,25}\b(?:be )?(?:writ|call|contact|disturb|bother|phon|email|mail|messag|reach|approach)"
    r"|\b(?:asked|wants?|wishes|prefers|needs?) (?:us )?(?:to be left alone|to leave (?:him|her|them) alone|for (?:some )?(?:peace|quiet|space))"
    r"|\bleave (?:him|her|them) (?:alone|in peace|be)\b|\bno (?:calls|mails?|e-?mails?|messages|contact)\b"
    r"|(?:לא|בלי|אין|שלא|אל)[ -](?:[א-ת]+ ){0,3}?ל?(?:להתקשר|לכתוב|לפנות|להפריע|להטריד|ליצור קשר|לשלוח|נתקשר|נכתוב|נפנה|יפנו|יכתבו|יתקשרו|פניות|טלפונים|שיחות|הודעות)"
    r"|ביקש[הו]? (?:שקט|שיניחו|לא להפריע|הפסקה)|להניח (?:לו|לה|להם)|לעזוב אות[וה]",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|before|by)\b|עד\b|לפני\b", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|before)\b|אחרי\b|לאחר\b", re.IGNORECASE)
_ONCE_A_WHILE = re.compile(
    r"\b(?:unless|on (?:fri|satur|sun)days?|in the evenings?|after \d{1,2}(?::\d\d)?\b|before \d{1,2}(?::\d\d)?\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day in the civil calendar; `year` is the first, or the only one of a day that does not return."""

    kind: DayKind
    month: int
    day: int
    year: int | None
    returns: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """What a sentence says; `leave_alone_until` is UTC, none where no end was said or none can be known."""

    day: Day | None = None
    leave_alone: bool = False
    leave_alone_until: datetime | None = None


def read(words: str, reference: datetime) -> Fact:
    """What can be read out of one sentence as seen at `reference` (aware, in the firm's zone)."""
    moments = dates.find(words, reference)
    if _ALONE.search(words) and not _ONCE_A_WHILE.search(words):
        return Fact(leave_alone=True, leave_alone_until=_end(words, moments, reference))
    kind = next((kind for kind, told in _KINDS if told.search(words)), None)
    return Fact(day=_day(kind, words, moments)) if kind else Fact()


def _day(kind: DayKind, words: str, moments: tuple[Moment, ...]) -> Day | None:
    named = next((moment for moment in moments if moment.grain in ("day", "hour", "minute", "second")), None)
    found = named and (named.start or named.end)
    if named is None or found is None:
        return None
    if named.start is None or (kind == "contract" and named.kind == "before"):
        found = _last_day(named)
    returns = kind in ("birthday", "anniversary")
    year = found.year if not returns or str(found.year) in words else None
    return Day(kind, found.month, found.day, year, returns)


def _last_day(moment: Moment) -> datetime:
    """The day that a deadline names: its end is exclusive."""
    assert moment.end is not None
    return moment.end - timedelta(microseconds=1)


def _end(words: str, moments: tuple[Moment, ...], reference: datetime) -> datetime | None:
    """When the silence ends: "until March" at its beginning, "until after the holidays" at their end."""
    later = [moment for moment in moments if (moment.end or moment.start or reference) > reference]
    if not later:
        return None
    first = later[0]
    after = first.kind == "after" or _AFTER.search(words)
    end = (first.start if first.kind == "after" else first.end) if after else first.start or first.end
    return (end or first.end or first.start or reference).astimezone(UTC)


def names(words: str, name: str) -> bool:
    """Whether a sentence names somebody: by his whole name or his first."""
    said = f" {fold(words)} "
    first = fold(name).partition(" ")[0]
    return (
        any(f" {prefix}{first} " in said for prefix in ("", "ל", "של", "ש", "ו", "ה"))
        if len(first) > 1
        else False
    )
