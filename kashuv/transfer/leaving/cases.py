"""What people decided about the reading, as cases: a sentence, what was read in it, and whether that was right.

A case holds the sentence that the finding stands in, nothing else of the letter and no name of a client. It is a
line that `kashuv read` takes as it is (task "all"), with what is expected beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from kashuv.language.sentences import sentences
from kashuv.rooms.conversations.models import Entry, Finding
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Workspace

CHUNK = 200
ONLY_READ = 1.0  # a promise of this certainty was written down by hand


class Decided(NamedTuple):
    """A finding or a promise that was read, with what a person said of it."""

    key: str
    kind: str
    what: str
    start: int
    end: int
    right: bool


def write(workspace: Workspace, file: Path) -> int:
    """Writes a line for every case and gives their number; the file must not be there yet."""
    with file.open("x", encoding="utf-8") as stream:
        return sum(_put(stream, case) for case in cases(workspace))


def _put(stream: TextIO, case: dict[str, Any]) -> int:
    stream.write(json.dumps(case, ensure_ascii=False) + "\n")
    return 1


def cases(workspace: Workspace) -> Iterator[dict[str, Any]]:
    """Every decision as a case, findings first."""
    for entry, decided in chain(_findings(workspace), _promises(workspace)):
        yield _case(entry, decided, entry.at.astimezone(workspace.zone))


def _findings(workspace: Workspace) -> Iterator[tuple[Entry, Decided]]:
    decided = Finding.objects.within(workspace.id).exclude(state=Finding.State.PROPOSED)
    for one in decided.select_related("entry").order_by("pk").iterator(CHUNK):
        right = one.state == Finding.State.ACCEPTED
        yield one.entry, Decided(one.id.hex[-12:], one.kind, one.what, one.start, one.end, right)


def _promises(workspace: Workspace) -> Iterator[tuple[Entry, Decided]]:
    read = Promise.objects.within(workspace.id).filter(entry__isnull=False, certainty__lt=ONLY_READ)
    decided = read.exclude(state=Promise.State.PROPOSED).exclude(quote="")
    for one in decided.select_related("entry").order_by("pk").iterator(CHUNK):
        start = one.entry.text.find(one.quote) if one.entry else -1
        if one.entry and start >= 0:
            right = one.state != Promise.State.DISMISSED
            end = start + len(one.quote)
            yield one.entry, Decided(one.id.hex[-12:], "promise", one.side, start, end, right)


def _case(entry: Entry, decided: Decided, said_at: datetime) -> dict[str, Any]:
    first, last = _around(entry.text, decided.start, decided.end)
    return {
        "id": decided.key,
        "task": "all",
        "text": entry.text[first:last],
        "reference": said_at.isoformat(),
        "direction": entry.direction,
        "kind": decided.kind,
        "what": decided.what,
        "span": [decided.start - first, decided.end - first],
        "right": decided.right,
    }


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentences that hold this place."""
    holding = [(a, b) for a, b in sentences(text) if a < end and start < b]
    return (min(start, holding[0][0]), max(end, holding[-1][1])) if holding else (start, end)
