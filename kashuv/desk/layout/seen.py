"""Moments as a page tells them: from its own moment, in its tongue, to its member; each with the exact time behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language

from kashuv.desk.layout import times
from kashuv.foundation import clock

LAST_MINUTE = time(23, 59)


def tongue() -> str:
    """The tongue of this page."""
    return "he" if (get_language() or "he").startswith("he") else "en"


@dataclass(frozen=True, slots=True)
class Seen:
    """From where a page looks at moments: `now` on its reader's clock, and when her working day ends."""

    now: datetime
    tongue: str
    day_ends: time | None = None

    @classmethod
    def on(cls, page: Any) -> Seen:
        """From `now` of the page's context (a test's), or from this very moment."""
        member = page.get("member")
        return cls.at(page.get("now") or clock.now(), member and member.workspace.day_ends)

    @classmethod
    def at(cls, now: datetime, day_ends: time | None = None) -> Seen:
        """From this moment, in the tongue and on the clock that are in force."""
        return cls(localtime(now), tongue(), day_ends)

    def day(self, at: datetime) -> date:
        """The day of a moment, on her clock."""
        return at.astimezone(self.now.tzinfo).date()

    def when(self, at: datetime | None, grain: str = "moment") -> SafeString | str:
        """The moment; with the grain "day", the day alone."""
        if at is None:
            return ""
        here = at.astimezone(self.now.tzinfo)
        if grain == "day":
            said = times.day(here.date(), self.now.date(), self.tongue)
        else:
            said = times.moment(here, self.now, self.tongue)
        return _timed(here, times.exact(here, self.tongue), said)

    def due(self, at: datetime | None) -> SafeString | str:
        """Until when; where only a day was named, its end is said and not the hour that stands for it."""
        if at is None:
            return ""
        here = at.astimezone(self.now.tzinfo)
        ends = self._ends_the_day(here)
        exact = times.long_day(here.date(), self.tongue) if ends else times.exact(here, self.tongue)
        return _timed(here, exact, times.due(here, self.now, self.tongue, ends_the_day=ends))

    def _ends_the_day(self, here: datetime) -> bool:
        """Whether it is the last minute of a day, or the end of the firm's working day."""
        return here.time().replace(second=0, microsecond=0) in (LAST_MINUTE, self.day_ends)


def _timed(here: datetime, exact: str, said: str) -> SafeString:
    """A page has dozens of them: `format_html` would ask of each part whether it is a lazy translation."""
    return mark_safe(f'<time datetime="{here.isoformat()}" title="{escape(exact)}">{escape(said)}</time>')
