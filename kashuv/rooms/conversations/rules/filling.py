"""Filling a template: names in braces give way to what they stand for; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

PLACES = ("name", "client", "me", "firm", "day")
"""What a place may be called: the addressee's first name, the client, the writer, our firm, today's date."""

_place = re.compile(r"\{(" + "|".join(PLACES) + r")\}")
_any = re.compile(r"\{([^{}\n]{1,40})\}")


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with each place filled; one for which there is no word stays, so that the writer sees it."""
    return _place.sub(lambda found: values.get(found[1]) or found[0], text)


def unfilled(text: str) -> list[str]:
    """The places that still stand in a text, so that no letter leaves with one."""
    return list(dict.fromkeys(found[0] for found in _any.finditer(text)))


def unknown(text: str) -> list[str]:
    """Places that no letter can fill, as a template's writer should know."""
    return [place for place in unfilled(text) if place[1:-1] not in PLACES]
