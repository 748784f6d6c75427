"""The voice: a written line as one person says it to another, with their names, their genders and the right day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from types import ModuleType

from kashuv.demo.cast import Colleague, Contact

_by_client = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
_by_colleague = re.compile(r"<([^|>]*)\|([^>]*)>")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks with whom about what; [his|her] follows the client's gender, <his|her> the colleague's."""

    contact: Contact
    colleague: Colleague
    topic: str
    wording: ModuleType
    thing: str = ""

    def say(self, line: str, at: datetime, due: datetime | None = None) -> str:
        """The line as it is said at `at` (local time); {by} and {on} name the day `due`."""
        named = _chosen(_by_client, self.contact.gender, _chosen(_by_colleague, self.colleague.gender, line))
        day = due or at
        return named.format(
            c=self.contact.first,
            us=self.colleague.first,
            topic=self.topic,
            thing=self.thing,
            by=self.wording.by(day),
            on=self.wording.on(day),
            day=self.wording.weekday(day),
            month=self.wording.month(at),
        )


def _chosen(pattern: re.Pattern[str], gender: str, line: str) -> str:
    return pattern.sub(lambda found: found[1] if gender == "him" else found[2], line)
