"""Where a stated manner and the observed one differ: said plainly, with the numbers, for a person to judge."""

from __future__ import annotations

import re

from django.utils.translation import gettext

from kashuv.desk.clients.margin.habits import Habits
from kashuv.desk.clients.words import CHANNELS

NAMED = {
    "call": ("phone", "call", "טלפון", "שיחה", "שיחת"),
    "mail": ("mail", "מייל", "דואר"),
    "whatsapp": ("whatsapp", "ווטסאפ", "וואטסאפ", "ואטסאפ"),
    "sms": ("sms", "text message", "מסרון", "סמס"),
    "meeting": ("meeting", "פגישה"),
}
_span = re.compile(r"\b(\d{1,2})(?::\d\d)?\s*[-–—]\s*(\d{1,2})(?::\d\d)?\b")


def differs(kind: str, words: str, seen: Habits) -> str:
    """The sentence that says so; empty if what is seen agrees with what was stated, or shows too little."""
    if kind == "channel":
        return _channel(words, seen)
    if kind == "hours":
        return _hours(words, seen)
    return ""


def _channel(words: str, seen: Habits) -> str:
    stated = {kind for kind, names in NAMED.items() if any(name in words.casefold() for name in names)}
    best = seen.best
    if not stated or best is None or best.kind in stated or best.answered * 2 <= best.asked:
        return ""
    return gettext("Observed: answers by %(channel)s (%(answered)d of %(asked)d times)") % {
        "channel": CHANNELS[best.kind],
        "answered": best.answered,
        "asked": best.asked,
    }


def _hours(words: str, seen: Habits) -> str:
    span = _span.search(words)
    if span is None or seen.hours is None:
        return ""
    start, end = int(span[1]), int(span[2])
    outside = sum(not start <= hour < end for hour in seen.hours.moments)
    if outside * 2 <= seen.hours.of:
        return ""
    return gettext("Observed: %(outside)d of %(of)d messages came outside these hours") % {
        "outside": outside,
        "of": seen.hours.of,
    }
