"""Sentences that are said now and read later, by somebody of another tongue.

Kept are the English words, by which the catalogues know a sentence, and its facts; the reader's tongue is put to it when
it is read. The words are marked for the catalogues with `gettext_noop`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext

MARK = "["  # with which begins what was kept as more than somebody else's plain words


@dataclass(frozen=True, slots=True)
class Sentence:
    """`words` with places for the facts: "There is no server named %(host)s."; a fact may be a sentence itself."""

    words: str
    facts: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return gettext(self.words) % {name: str(fact) for name, fact in self.facts.items()}

    def plain(self) -> dict[str, Any]:
        """As JSON holds it."""
        facts = {
            name: fact.plain() if isinstance(fact, Sentence) else fact for name, fact in self.facts.items()
        }
        return {"words": self.words, "facts": facts}


def kept(*said: Sentence | str) -> str:
    """As one text, for `read`. What somebody else said (a server) stays his, even if it looks like a sentence of ours."""
    told = [one if isinstance(one, str) else one.plain() for one in said if one]
    if len(told) == 1 and isinstance(told[0], str) and not told[0].startswith(MARK):
        return told[0]
    return json.dumps(told, ensure_ascii=False) if told else ""


def read(text: str) -> str:
    """In the reader's tongue; what was kept as it is, as it is."""
    if not text.startswith(MARK):
        return text
    try:
        return " ".join(one if isinstance(one, str) else str(_sentence(one)) for one in json.loads(text))
    except (ValueError, KeyError, TypeError):
        return text


def _sentence(plain: dict[str, Any]) -> Sentence:
    facts = {
        name: _sentence(fact) if isinstance(fact, dict) else fact for name, fact in plain["facts"].items()
    }
    return Sentence(plain["words"], facts)
