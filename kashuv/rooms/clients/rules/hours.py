"""Hours as people state them: "09:00-17:00", "after four", "לא לפני 10", "mornings", as stretches of the day."""

from __future__ import annotations

import re
from datetime import time

Stretch = tuple[time, time]
DAWN, DUSK = time(7), time(21)  # nobody who says "after four" means the night
_clock = r"(\d{1,2})(?::(\d\d))?"
_span = re.compile(rf"\b{_clock}\s*(?:[-–—]|to|until|till|עד)\s*{_clock}\b")
_bound = re.compile(
    rf"(?P<no>not |no |never |לא )?(?P<side>after|from|before|until|till|אחרי|מ-|משעה|החל מ-?|לפני|עד)\s*(?:ה-?|שעה )?{_clock}\b",
    re.IGNORECASE,
)
BEFORE = {"before", "until", "till", "לפני", "עד"}
_parts = (
    (re.compile(r"\bmornings?\b|בבוקר|בבקרים|בוקר", re.IGNORECASE), (time(8), time(12))),
    (re.compile(r"\bafternoons?\b|אחר הצהריים|אחה״צ|אחה\"צ", re.IGNORECASE), (time(12), time(18))),
    (re.compile(r"\bevenings?\b|בערב|בערבים", re.IGNORECASE), (time(17), DUSK)),
)
_no = re.compile(r"\b(?:not|no|never)\b|(?<!\w)לא(?!\w)", re.IGNORECASE)


def stretch(words: str) -> Stretch | None:
    """From when until when; None if the words name no hour that is understood."""
    if found := _span.search(words):
        return _between(_time(found[1], found[2]), _time(found[3], found[4]))
    if found := _bound.search(words):
        hour = _time(found[3], found[4])
        until = (found["side"].casefold() in BEFORE) != bool(found["no"])
        return _between(DAWN, hour) if until else _between(hour, DUSK)
    named = [part for form, part in _parts if form.search(words)]
    return named[0] if len(named) == 1 and not _no.search(words) else None


def _between(start: time | None, end: time | None) -> Stretch | None:
    return (start, end) if start is not None and end is not None and start < end else None


def _time(hour: str, minute: str | None) -> time | None:
    return time(int(hour), int(minute or 0)) if int(hour) < 24 and int(minute or 0) < 60 else None
