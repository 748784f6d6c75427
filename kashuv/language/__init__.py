"""Text in, meaning out: reads a business letter in Hebrew or English, offline, by the standard library alone."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from kashuv.language import address, asks, dates, promises, tone
from kashuv.language.html import to_text
from kashuv.language.marks import plain
from kashuv.language.peel import peel
from kashuv.language.reading import Reading, Tongue
from kashuv.language.tongue import tongue_of

VERSION = 5  # rises when the same letter would be read otherwise than before
MOST_SEARCHED = 100_000  # characters of own words; what is longer is a document, not a letter
_LONG = f"only the first {MOST_SEARCHED:,} characters were searched"


def read(
    text: str,
    *,
    reference: datetime,
    tongue: Tongue | None = None,
    direction: Literal["in", "out"] = "in",
    html: bool = False,
) -> Reading:
    """Everything that is understood of one message, as seen at `reference` (an aware moment).

    Tone is heard in what comes in; of what goes out from us, the guard weighs it before it leaves.
    """
    letter = peel(to_text(text) if html else text)
    said = letter.own[:MOST_SEARCHED]
    tongue = tongue or tongue_of(said or letter.echo)
    read_by = plain(said)
    moments = dates.find(read_by, reference, tongue)
    return Reading(
        tongue=tongue,
        own=letter.own,
        echo=letter.echo,
        signature=letter.signature,
        dates=moments,
        promises=promises.find(read_by, tongue, moments),
        asks=asks.find(read_by, tongue, moments),
        tones=tone.find(read_by, tongue) if direction == "in" else (),
        address=address.find(read_by, tongue),
        version=VERSION,
        notes=(_LONG,) if len(letter.own) > MOST_SEARCHED else (),
    )
