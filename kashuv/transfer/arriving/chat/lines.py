"""The lines of a chat export: which of them begin a message, and what stands in them.

Android writes "24/11/2026, 14:05 - Name: words", iOS "[24/11/2026, 14:05:33] Name: words"; the order of day and
month, the marks between them and the clock of 12 or 24 hours are the phone's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_AFTERNOON = re.compile(r"p\.?\s?m\.?|אחה", re.IGNORECASE)
_HEAD = re.compile(
    r"\[?(\d{1,4})([./-])(\d{1,2})\2(\d{1,4}),?\s{1,3}(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?"
    r"(?:\s{0,2}([ap]\.?\s?m\.?|(?:לפנה|אחה)[\"״'׳]{0,2}צ))?(?:\]\s?|\s[-–]\s)(.*)",
    re.IGNORECASE | re.DOTALL,
)
_SENDER = re.compile(r"\s*~?\s*([^:\n]{1,80}?):(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Line:
    """A message as its line tells it: `date` is three numbers in the phone's order, `time` of a 24-hour clock.

    `sender` is empty for what WhatsApp itself says. `marked` tells a text that began with a direction mark, as the
    phone's own phrases do ("image omitted").
    """

    number: int
    date: tuple[int, int, int]
    time: tuple[int, int, int]
    half_days: bool
    sender: str
    text: str
    marked: bool
    weight: int


def is_chat(head: str) -> bool:
    """Whether a text that begins so is a chat export."""
    firsts = [line for line in head.split("\n", 12)[:12] if line.strip()]
    begun = [found for line in firsts if (found := _begin(line))]
    return bool(begun) and _begin(firsts[0]) is not None


def messages(text: Iterable[str]) -> Iterator[Line]:
    """The messages in their order, each with the lines that continue it."""
    held: list[str] = []
    number = begun = 0
    for number, line in enumerate(text, 1):
        if _begin(line) and held:
            yield _line(begun, held)
            held, begun = [], number
        begun = begun or number
        held.append(line)
    if held:
        yield _line(begun, held)


def _begin(line: str) -> re.Match[str] | None:
    found = _HEAD.match(_bare(line))
    return found if found and _possible(found) else None


def _possible(found: re.Match[str]) -> bool:
    first, second, third = int(found[1]), int(found[3]), int(found[4])
    day_month = (second, third) if first > 31 else (first, second)
    return (
        min(first, second, third) >= 0 and max(day_month) <= 31 and int(found[5]) < 25 and int(found[6]) < 60
    )


def _bare(line: str) -> str:
    return _MARKS.sub("", line).replace("\u202f", " ").replace("\u00a0", " ")


def _line(number: int, held: list[str]) -> Line:
    whole = "\n".join(held)
    weight = len(whole.encode("utf-8", "replace")) + 1
    found = _begin(held[0])
    if found is None:  # words before the first message: nobody's
        return Line(number, (1, 1, 1970), (0, 0, 0), False, "", _bare(whole), True, weight)
    hour, half = int(found[5]) % 24, found[8]
    if half:
        hour = hour % 12 + (12 if _AFTERNOON.match(half) else 0)
    sender, text, marked = _told(held, found[9])
    date = (int(found[1]), int(found[3]), int(found[4]))
    return Line(
        number, date, (hour, int(found[6]), int(found[7] or 0)), bool(half), sender, text, marked, weight
    )


def _told(held: list[str], rest: str) -> tuple[str, str, bool]:
    """Sender, words, and whether a direction mark stood before the words."""
    named = _SENDER.match(rest)
    if not named:
        return "", rest.strip(), True
    words = rest[named.end() :]
    spoken = held[0].partition(named[1] + ":")[2].lstrip(" ")
    text = "\n".join([words, *(_bare(line) for line in held[1:])]).strip()
    return named[1].strip(), text, spoken[:1] in ("\u200e", "\u200f")
