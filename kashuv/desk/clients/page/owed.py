"""What we owe each other: open words of both sides, and those that wait for a person to say that they were given."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from kashuv.desk.clients.stream.findings import Proposal
from kashuv.desk.clients.together import Piece
from kashuv.desk.promises.rates import told
from kashuv.rooms.promises.rating import Rate

MOST = 12  # of each; all of them stand on the page of promises


@dataclass(frozen=True, slots=True)
class Owed:
    """Soonest first; `proposed` are those that no entry of the page asks about, `older` how many of long ago wait,
    `more` how many the page leaves out,
    `word` how we kept ours to this client."""

    ours: tuple[Proposal, ...]
    theirs: tuple[Proposal, ...]
    proposed: tuple[Proposal, ...]
    older: int
    more: int
    word: str = ""


def owed(hanging: Mapping[str, list[Piece]], asked_about: set[uuid.UUID]) -> Owed:
    """From the promises that have not ended."""
    soonest = sorted(
        map(Proposal.of, hanging.get("promise", ())),
        key=lambda p: (p.due is None, p.due.timestamp() if p.due else 0),
    )
    standing = [one for one in soonest if one.state == "open"]
    ours = tuple(one for one in standing if one.is_ours)
    theirs = tuple(one for one in standing if not one.is_ours)
    asked = tuple(one for one in soonest if one.state == "proposed" and one.entry not in asked_about)
    return Owed(
        ours=ours[:MOST],
        theirs=theirs[:MOST],
        proposed=asked[:MOST],
        more=sum(max(0, len(part) - MOST) for part in (ours, theirs, asked)),
        older=sum(piece.first or 0 for piece in hanging.get("older promises", ())),
        word="".join(_word(piece) for piece in hanging.get("our word", ())),
    )


def _word(piece: Piece) -> str:
    return told(Rate(piece.first or 0, piece.last or 0, int(piece.share or 0)))
