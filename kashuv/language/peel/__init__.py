"""Takes a letter apart: the writer's own new words, and what only travels with them.

Every line goes to exactly one pile (own, echo, signature, disclaimer), so nothing is lost; where it is
not certain that a line is somebody else's or machinery, it stays the writer's own.
"""

from __future__ import annotations

import re

from kashuv.language.marks import plain
from kashuv.language.peel.echo import mark_echoes
from kashuv.language.peel.ending import mark_endings
from kashuv.language.peel.pile import Pile
from kashuv.language.reading import Peeled

_GAP = re.compile(r"\n{3,}")


def peel(text: str) -> Peeled:
    """The letter in its piles; `own` is as it was written, direction marks and all."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    bare = [line.strip() for line in plain(text).text.split("\n")]
    piles = [Pile.OWN] * len(lines)
    mark_echoes(bare, piles)
    mark_endings(bare, piles)
    seen = [line.rstrip() if its else "" for line, its in zip(lines, bare, strict=True)]
    return Peeled(
        own=_collect(seen, piles, Pile.OWN),
        echo=_collect(seen, piles, Pile.ECHO),
        signature=_collect(seen, piles, Pile.SIGNATURE),
        disclaimer=_collect(seen, piles, Pile.DISCLAIMER),
    )


def _collect(lines: list[str], piles: list[Pile], pile: Pile) -> str:
    kept = [line for line, its in zip(lines, piles, strict=True) if its is pile]
    return _GAP.sub("\n\n", "\n".join(kept)).strip()
