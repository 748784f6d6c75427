"""How our word was kept, in words and with its numbers."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kashuv.rooms.promises.rating import Rate


@dataclass(frozen=True, slots=True)
class Kept:
    """Whose word, and how it was kept."""

    name: str
    told: str


def told(rate: Rate) -> str:
    """The share that was kept on time, then what was moved and what was late, without the noughts."""
    parts = [_("%(kept)s of %(due)s on time") % {"kept": rate.kept, "due": rate.due}]
    if rate.moved:
        parts.append(ngettext("%(n)s moved openly", "%(n)s moved openly", rate.moved) % {"n": rate.moved})
    if rate.late:
        parts.append(ngettext("%(n)s late", "%(n)s late", rate.late) % {"n": rate.late})
    return ", ".join(parts)
