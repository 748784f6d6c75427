"""Which tones of a letter are warning signs: only those that hurt a relationship, and only when fairly sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kashuv.language.reading import ToneFound

LEAST = {
    # The graver the word, the sooner we want to hear of it; urgency and coldness alone warn of nothing.
    "insult": 0.4,
    "anger": 0.45,
    "upset": 0.5,
    "blame": 0.5,
    "worry": 0.6,
    "sarcasm": 0.6,
    "indifference": 0.7,
}


def warnings(tones: Iterable[ToneFound]) -> Iterator[ToneFound]:
    """The tones that warn, the surest of each kind."""
    surest: dict[str, ToneFound] = {}
    for tone in tones:
        if tone.certainty >= LEAST.get(tone.kind, 2) and tone.certainty > certainty_of(surest.get(tone.kind)):
            surest[tone.kind] = tone
    yield from surest.values()


def certainty_of(tone: ToneFound | None) -> float:
    return tone.certainty if tone else 0.0
