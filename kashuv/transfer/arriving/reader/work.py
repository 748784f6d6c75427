"""What the child does with one piece: open it, read it, answer in plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Literal
from zoneinfo import ZoneInfo

from kashuv.language import VERSION, read
from kashuv.language.mime import OpenedLetter, TooMuch, open_letter
from kashuv.language.peel import peel
from kashuv.language.reading import Reading
from kashuv.language.tongue import tongue_of
from kashuv.transfer.arriving.pieces import Unfit
from kashuv.transfer.arriving.reader import captured, limits

MOST_READ = 1_000_000  # characters of a letter that are read; the rest stays in the raw letter alone
SLOW = "This took longer than 10 seconds to read."
VAST = "This needs more memory than is given to reading one thing."
DEEP = "This is nested too deeply to be read."
BROKEN = "This could not be understood at all."


@dataclass(frozen=True)
class Desk:
    """What the child knows for the length of an import: whose letters these are, the zone, and the present moment.

    `capture` are addresses of ours to which letters are passed on.
    """

    me: frozenset[str]
    zone_name: str
    now: datetime
    capture: frozenset[str] = frozenset()

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.zone_name)

    def answer(self, kind: str, raw: bytes, about: Mapping[str, Any]) -> dict[str, Any]:
        """What the piece holds, or {"refused": why} in one sentence."""
        try:
            with limits.bound_time():
                return self._work(kind, raw, about)
        except (TooMuch, Unfit) as reason:
            return {"refused": str(reason)}
        except limits.TooSlow:
            return {"refused": SLOW}
        except MemoryError:
            return {"refused": VAST}
        except RecursionError:
            return {"refused": DEEP}
        except Exception as fault:  # a stranger's bytes: whatever they break, the next piece has its turn
            return {"refused": BROKEN, "fault": f"{type(fault).__name__}: {fault}"[:300]}

    def _work(self, kind: str, raw: bytes, about: Mapping[str, Any]) -> dict[str, Any]:
        match kind:
            case "mail":
                return self._letter(raw)
            case "said":
                return {
                    "reading": self.read(
                        raw.decode(), datetime.fromisoformat(about["at"]), about["direction"]
                    )
                }
            case "card":
                from kashuv.transfer.arriving.contacts import cards  # only imports with cards pay for it

                return {"contacts": cards.contacts(raw)}
            case "event":
                from kashuv.transfer.arriving.calendar import events  # slow to load, and seldom needed

                return events.told(raw, self)
        raise ValueError(kind)

    def _letter(self, raw: bytes) -> dict[str, Any]:
        opened = open_letter(raw)
        if captured.is_passed_on(opened, me=self.me, capture=self.capture):
            opened = captured.inside(raw, opened, self.me, self._local(opened.date or self.now))
        return {"letter": _lean(opened), "reading": self._reading(opened)}

    def _reading(self, opened: OpenedLetter) -> Reading:
        """What a machine wrote to many is laid apart but not searched for promises; it is long, and there are none."""
        text = opened.text[:MOST_READ]
        if opened.is_automatic:
            letter = peel(text)
            return Reading(tongue_of(letter.own), letter.own, letter.echo, letter.signature, version=VERSION)
        outgoing = opened.from_.address in self.me
        return self.read(text, opened.date or self.now, "out" if outgoing else "in")

    def read(self, text: str, at: datetime, direction: Literal["in", "out"]) -> Reading:
        """What words mean that were said at a moment."""
        return read(text, reference=self._local(at), direction=direction)

    def _local(self, at: datetime) -> datetime:
        """The moment on the firm's own clock; a date beyond the calendar's edge stays where it is."""
        try:
            return at.astimezone(self.zone)
        except (OverflowError, ValueError):
            return datetime(1970, 1, 1, tzinfo=UTC)


def _lean(opened: OpenedLetter) -> OpenedLetter:
    """The letter without its markup, of which the parent only asks whether there is any; the raw letter keeps it."""
    return replace(opened, html=opened.html[:1]) if opened.text else opened
