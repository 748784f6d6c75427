"""What the find field gives: deeds and places, and whatever search finds."""

from __future__ import annotations

from dataclasses import dataclass

from kashuv.desk.find.doings import Doing, doings
from kashuv.desk.search.page import SearchPage, search_page
from kashuv.rooms.team.models import Member

FEWEST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class FindPage:
    """The answer to `text`; all deeds for an empty one."""

    text: str
    found: SearchPage
    doings: list[Doing]

    @property
    def is_empty(self) -> bool:
        return not (self.found.who or self.found.said or self.doings)


def find_page(member: Member, text: str) -> FindPage:
    """Everything like the text that this member may see or do."""
    text = text.replace("\x00", "").strip()
    found = search_page(member, text) if len(text) >= FEWEST_LETTERS else SearchPage(text)
    return FindPage(text, found, doings(text, member))
