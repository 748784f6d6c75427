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

_KINDS: tuple[tuple[DayKind, tuple[str, ...]], ...] = (
    (
        "birthday",
        (r"birthday", r"\bb-?day\b", r"\bborn (?:on|in)\b", "יום[ -]ה?הולדת", "ימי הולדת", r"נולד[הו]?\b"),
    ),
    (
        "anniversary",
        (r"anniversar(?:y|ies)", "יום[ -]ה?(?:נישואים|נישואין|שנה)", r"שנה ל(?:עסק|חברה|סטודיו)"),
    ),
    (
        "contract",
        (
            r"(?:contract|agreement|retainer|lease|subscription|licen[cs]e)\b.{0,40}\b(?:end|expir|renew|run|valid|until|till)",
            r"(?:end|expiry|expiration|renewal) of (?:the |his |her |their |our )?(?:contract|agreement|retainer)",
            r"(?:חוזה|הסכם|התקשרות|ריטיינר|מנוי)\b.{0,40}(?:מסתיי|נגמר|פג|עד|לחידוש|מתחדש|יסתיי|תסתיי|בתוקף)",
            r"(?:סיום|סוף|חידוש|תום|פקיעת) ה?(?:חוזה|הסכם|התקשרות|ריטיינר|מנוי)",
        ),
    ),
)
_READ = [(kind, re.compile("|".join(ways), re.IGNORECASE)) for kind, ways in _KINDS]

_TURN = r"(?:call|phon|ring|writ|contact|disturb|bother|e-?mail|mail|messag|text|reach|approach|sent?|send)"
_TURN_HE = "(?:להתקשר|לכתוב|לפנות|להפריע|להטריד|לצלצל|ליצור|לשלוח|לסמס|לדבר)"
_THEY_TURN_HE = "[ינת]?(?:תקשר|כתוב|כתב|פנה|פנו|פריע|צור|צרו|שלח)ו?"
_ALONE = re.compile(
    "|".join(
        (
            rf"\b(?:ask|want|wish|prefer|request|beg|said|told|pleaded)\w*\b.{{0,20}}\b(?:not|no)\b.{{0,12}}\b{_TURN}",
            rf"\b(?:not to be|(?:should|must)(?:n'?t| not) be) {_TURN}",
            rf"(?:^|[.;:!,–-]\s*|\bplease )(?:do not|don['’]?t|no|never) (?:more )?{_TURN}",
            r"\bleave (?:him|her|them) (?:alone|in peace|be)\b|\bto be left alone\b",
            r"\b(?:asked|wants?|needs?) (?:us )?(?:for )?(?:some )?(?:peace|quiet|space)\b",
            rf"(?<![א-ת])(?:לא|אין|בלי) {_TURN_HE}",
            rf"(?<![א-ת])(?:שלא|לא רוצ[הים]+ ש|אל) ?{_THEY_TURN_HE}",
            r"(?<![א-ת])(?:בלי|ללא) (?:פניות|טלפונים|שיחות|הודעות|מיילים)",
            r"ביקש[הו]? (?:שקט|שיניחו|הפסקה)|להניח (?:לו|לה|להם)|לעזוב אות[והם]",
        )
    ),
    re.IGNORECASE,
)
_AT_TIMES = re.compile(
    r"\b(?:unless|on (?:fri|satur|sun)days?|in the (?:mornings?|evenings?)|at night|on weekends?)\b"
    r"|\b(?:after|before) \d{1,2}(?::\d\d|\s?[ap]m)\b"
    r"|ב(?:ימי|יום) שישי|בשבת(?:ות)?\b|בערב(?:ים)?\b|בלילה|(?:אחרי|לפני) (?:השעה )?\d{1,2}:\d\d",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:after|before|end)\b|אחרי|לאחר|לפני|סוף|תום", re.IGNORECASE)


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
    if _ALONE.search(words) and not _AT_TIMES.search(words):
        return Fact(leave_alone=True, leave_alone_until=_end(words, moments, reference))
    kind = kind_of(words)
    return Fact(day=_day(kind, words, moments)) if kind else Fact()


def kind_of(words: str) -> DayKind | None:
    """What kind of day the words speak of, if they say it."""
    return next((kind for kind, told in _READ if told.search(words)), None)


def _day(kind: DayKind, words: str, moments: tuple[Moment, ...]) -> Day | None:
    named = next((moment for moment in moments if moment.grain in ("day", "hour", "minute", "second")), None)
    day = _named_day(named) if named else None
    if day is None:
        return None
    returns = kind in ("birthday", "anniversary")
    year = day.year if not returns or str(day.year) in words else None
    return Day(kind, day.month, day.day, year, returns)


def _named_day(moment: Moment) -> datetime | None:
    """The day itself; of "until the 31st", whose end is exclusive, the 31st."""
    if moment.start is None and moment.end is not None:
        return moment.end - timedelta(microseconds=1)
    return moment.start


def _end(words: str, moments: tuple[Moment, ...], reference: datetime) -> datetime | None:
    """When the silence ends: "until March" at its beginning, "until after the holidays" at their end."""
    first = next((m for m in moments if (m.end or m.start or reference) > reference), None)
    if first is None:
        return None
    if first.kind == "before":
        end = first.end if _WHOLE.search(words) else _beginning(first)
    else:
        end = first.start or first.end
    return end.astimezone(UTC) if end else None


def _beginning(moment: Moment) -> datetime | None:
    """The beginning of the day, week, month or year that a deadline names by its end."""
    if moment.end is None or moment.grain not in ("day", "week", "month", "year"):
        return moment.end
    last = (moment.end - timedelta(microseconds=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    if moment.grain == "week":
        return last - timedelta(days=(last.weekday() + 1) % 7)
    if moment.grain == "month":
        return last.replace(day=1)
    return last.replace(month=1, day=1) if moment.grain == "year" else last


def names(words: str, name: str) -> bool:
    """Whether a sentence names somebody by his first name."""
    first = fold(name).partition(" ")[0]
    said = set(fold(_POSSESSIVE.sub("", words)).split())
    return len(first) > 1 and any(prefix + first in said for prefix in ("", "ל", "ש", "ו", "ה", "ב"))
