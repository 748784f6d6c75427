"""What was recognised in the files, before anything is brought in; the columns of a table can be corrected."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kashuv.rooms.clients import register
from kashuv.rooms.team.models import Workspace
from kashuv.transfer.arriving import shipping
from kashuv.transfer.arriving.pieces import Unfit
from kashuv.transfer.arriving.shipping import Sighting

KINDS = {
    "mbox": _("A mail archive (mbox)"),
    "letters": _("Letters"),
    "cards": _("An address book (vCard)"),
    "table": _("A table of contacts"),
    "calendar": _("A calendar"),
    "chat": _("A WhatsApp chat"),
    "box": _("A packed archive"),
    "unknown": _("Not recognised"),
}
MEANINGS = {
    "": _("Leave out"),
    "name": _("Name"),
    "first": _("First name"),
    "middle": _("Middle name"),
    "last": _("Last name"),
    "mail": _("Mail"),
    "phone": _("Phone"),
    "organisation": _("Organisation"),
    "role": _("Role"),
    "birthday": _("Birthday"),
    "memo": _("A note"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its title, some of its values, what it was taken for, and the name of its select."""

    field: str
    title: str
    values: tuple[str, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class Seen:
    """One file: what it is, about how much is in it, and why it can't be taken if it can't."""

    name: str
    kind: object
    count: int
    reason: str
    columns: tuple[Column, ...]

    @property
    def is_estimate(self) -> bool:
        """Beyond so many, they were not counted but guessed from the size."""
        return self.count >= shipping.SEEN

    @property
    def can_be_taken(self) -> bool:
        return not self.reason


@dataclass(frozen=True, slots=True)
class LookingPage:
    """Everything that was recognised; `ours` are the addresses already known as our own."""

    key: uuid.UUID
    seen: tuple[Seen, ...]
    ours: str
    meanings: tuple[tuple[str, object], ...] = tuple(MEANINGS.items())

    @property
    def can_start(self) -> bool:
        return any(one.can_be_taken for one in self.seen)


def looking_page(workspace: Workspace, key: uuid.UUID, files: Sequence[Path]) -> LookingPage:
    """Looks at each file; one that can't be opened at all says so and spoils nothing."""
    ours = sorted(register.our_addresses(workspace))
    seen = [_seen(sighting, number) for number, file in enumerate(files) for sighting in _look(file, ours)]
    return LookingPage(key, tuple(seen), "\n".join(ours))


def corrections(seen: Sequence[Seen], told: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """What a person changed of the columns, in the importer's terms."""
    corrected: dict[str, dict[str, str]] = {}
    for one in seen:
        for number, column in enumerate(one.columns):
            meaning = told.get(column.field, column.meaning)
            if meaning in MEANINGS and meaning != column.meaning:
                corrected.setdefault(one.name, {})[str(number)] = meaning
    return corrected


def _look(file: Path, ours: Sequence[str]) -> list[Sighting]:
    try:
        return shipping.look(file, ours)
    except Unfit as why:
        return [Sighting("unknown", file.name, 0, str(why))]


def _seen(sighting: Sighting, number: int) -> Seen:
    return Seen(
        sighting.name,
        KINDS[sighting.kind],
        sighting.count,
        gettext(sighting.reason) if sighting.reason else "",
        tuple(_columns(sighting, number)),
    )


def _columns(sighting: Sighting, number: int) -> list[Column]:
    width = max([len(sighting.columns), *(len(row) for row in sighting.rows)], default=0)
    return [
        Column(
            f"column-{number}-{place}",
            _cell(sighting.columns, place),
            tuple(value for row in sighting.rows[:3] if (value := _cell(row, place))),
            sighting.mapping.get(place, ""),
        )
        for place in range(width)
    ]


def _cell(row: Sequence[Any], place: int) -> str:
    return str(row[place])[:60] if place < len(row) else ""
