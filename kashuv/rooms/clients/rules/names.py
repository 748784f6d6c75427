"""Names as they are shown: cleaned of what mailers add, and guessed from an address where there is none."""

from __future__ import annotations

import re

from kashuv.foundation.folding import fold, sounds
from kashuv.rooms.clients.rules.domains import word_of

MAX = 200
_wrapping = re.compile(r"""^[\s'"“”„«»<(\[]+|[\s'"“”»>)\]]+$""")
_detour = re.compile(r"\s+(?:via|דרך)\s.+$|\s*[\[(](?:via|mailto:).*$", re.IGNORECASE)
_address = re.compile(r"\S+@\S+")
_comma = re.compile(r"^([^,]{2,40}),\s*([^,]{2,40})$")
_parts = re.compile(r"[._\-+]+")
_firm = re.compile(r"""(?:\bבע["״'”]*מ|\b(?:ltd|llc|inc|gmbh|corp|llp|plc)\b\.?)""", re.IGNORECASE)
_titles = frozenset("jr sr phd md esq mba cpa llc ltd inc dr".split())


def clean(name: str) -> str:
    """A display name without quotes, detours ("… via List") and with the family name at its place; may be empty."""
    name = re.sub(r"\s+", " ", _detour.sub("", name)).strip()
    name = _wrapping.sub("", name)
    if _address.search(name):
        name = _wrapping.sub("", _address.sub("", name)).strip(" -–|,")
    turned = _comma.match(name)
    if turned and fold(turned[2]) not in _titles:
        name = f"{turned[2]} {turned[1]}"
    return name[:MAX]


def guessed(mail: str) -> str:
    """What to call somebody of whom only the address is known: "Yoav Gal" of yoav.gal@…, else the address itself."""
    local = mail.partition("@")[0]
    words = [word for word in _parts.split(local) if word]
    if len(words) == 2 and all(word.isalpha() and len(word) > 1 for word in words):
        return " ".join(word.capitalize() for word in words)[:MAX]
    return mail[:MAX]


def better(known: str, told: str, mail: str = "") -> bool:
    """Whether `told` says more than `known`: a real name in place of a guess, or a first name made whole."""
    if not told or fold(told) == fold(known):
        return False
    if not known or "@" in known or known == guessed(mail):
        return True
    return len(fold(known).split()) == 1 and fold(known) in fold(told).split()


def organisation_from(domain: str) -> str:
    """A name for an organisation of which only the domain is known: "Gal Center" of gal-center.co.il."""
    return " ".join(word.capitalize() for word in _parts.split(word_of(domain)) if word)


def firm_in(signature: str) -> str:
    """The firm that a signature names, by the letters that the law puts after it; empty if it names none."""
    for line in signature.splitlines()[:12]:
        line = line.strip(" -–|*•,")
        if 3 < len(line) <= 60 and _firm.search(line) and "@" not in line:
            return line
    return ""


def alike(one: str, other: str) -> bool:
    """Whether two names may be one person's: the same words, a part of them, or the same in the other alphabet."""
    if "@" in one or "@" in other or not one or not other:
        return True
    ours, theirs = fold(one).split(), fold(other).split()
    fewer, more = sorted((ours, theirs), key=len)
    return all(any(_same(word, candidate) for candidate in more) for word in fewer)


def _same(word: str, candidate: str) -> bool:
    return word == candidate or (
        word.isascii() != candidate.isascii() and bool(sounds(word) & sounds(candidate))
    )
