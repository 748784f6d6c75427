"""The line of recipients: "Yoav Gal <yoav@gal.example>, dalia@gal.example", read and written back.

What is no address yet stays as it was typed, so that a saving while one types loses nothing; `wrong` names it when the
letter is about to leave.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kashuv.foundation.folding import digits

MOST = 100
SHORTEST_NUMBER = 4  # *6050 reaches somebody
_pieces = re.compile(r'(?:"[^"]*"|[^,;\n"])+')
_named = re.compile(r"^(?P<name>.*?)\s*<(?P<address>[^<>]*)>\s*$", re.DOTALL)


def read(line: str) -> list[list[str]]:
    """[[name, address], …]; a piece without angle brackets is an address alone."""
    pieces = [piece.strip() for piece in _pieces.findall(line)]
    return [_box(piece) for piece in pieces if piece][:MOST]


def _box(piece: str) -> list[str]:
    found = _named.match(piece)
    if found is None:
        return ["", piece]
    return [found["name"].strip().strip('"').strip(), found["address"].strip()]


def written(boxes: Iterable[Sequence[str]]) -> str:
    """The line again."""
    return ", ".join(f"{_quoted(name)} <{address}>" if name else address for name, address in boxes)


def _quoted(name: str) -> str:
    bare = name.replace('"', "'")
    return f'"{bare}"' if re.search(r"[,;<>]", bare) else bare


def wrong(boxes: Iterable[Sequence[str]], *, phones: bool = False) -> list[str]:
    """What of it can reach nobody."""
    reaches = _is_phone if phones else _is_mail
    return [address for _, address in boxes if not reaches(address)]


def _is_mail(address: str) -> bool:
    try:
        validate_email(address)
    except ValidationError:
        return False
    return True


def _is_phone(typed: str) -> bool:
    return len(digits(typed)) >= SHORTEST_NUMBER
