"""Slugs: a workspace's name as it stands in an address, in Latin letters whatever it was written in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

LONGEST = 50
LETTERS = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "v", "ז": "z", "ח": "ch", "ט": "t", "י": "y", "כ": "k",
    "ך": "k", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "p", "ף": "p", "צ": "tz",
    "ץ": "tz", "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
_apostrophes = re.compile(r"['’׳`\"״”“]")
_gaps = re.compile(r"[^a-z0-9]+")


def slug_of(name: str) -> str:
    """ "רוזן ולוי" is rvzn-vlvy, "Rosen & Levy" is rosen-levy; a name without a letter we can spell is "firm"."""
    plain = unicodedata.normalize("NFKD", _apostrophes.sub("", name.casefold()))
    spelled = "".join(LETTERS.get(letter, letter) for letter in plain if not unicodedata.combining(letter))
    return _gaps.sub("-", spelled)[:LONGEST].strip("-") or "firm"


def free(slug: str, taken: Collection[str]) -> str:
    """The slug itself, or with the first number behind it that nobody has."""
    number, candidate = 1, slug
    while candidate in taken:
        number += 1
        candidate = f"{slug}-{number}"
    return candidate
