"""Letters that come in one by one, opened and read in the same child process as those of an import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from kashuv.flows.arrived import MailArrived
from kashuv.flows.collecting.taking import Reader
from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.team.models import Workspace
from kashuv.transfer.arriving.pieces import Piece
from kashuv.transfer.arriving.reader import wire
from kashuv.transfer.arriving.reader.room import Room


@contextmanager
def reading_room(workspace: Workspace, ours: Sequence[str], at: datetime) -> Iterator[Reader]:
    """The child is started when the first letters come, and ends with the block."""
    with Room(me=ours, zone=workspace.time_zone, now=at, capture=_captures(workspace)) as room:

        def read(raws: Sequence[bytes]) -> list[MailArrived | str]:
            room.send([Piece("", len(raw), 0, "mail", raw) for raw in raws])
            return [_arrived(raw, answer) for raw, answer in zip(raws, room.receive(), strict=True)]

        yield read


def _captures(workspace: Workspace) -> list[str]:
    """Addresses to which we pass letters on, of whichever mailbox: the same letter also lies among the sent."""
    rows = Mailbox.objects.within(workspace.id).exclude(capture="")
    return sorted({capture.strip().lower() for capture in rows.values_list("capture", flat=True)})


def _arrived(raw: bytes, answer: dict) -> MailArrived | str:  # type: ignore[type-arg]
    if "letter" not in answer:
        return str(answer["refused"])
    return MailArrived(raw, wire.letter(answer["letter"]), wire.reading(answer["reading"]))
