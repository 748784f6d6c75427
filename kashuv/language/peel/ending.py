"""Finds what ends a letter without being said in it: signatures, phone footers, legal notices."""

from __future__ import annotations

from collections.abc import Iterator

from kashuv.language.peel import patterns as p
from kashuv.language.peel.pile import Pile, paint

_SIGNATURE_LINES = 12
_SHORT = 90  # characters: a signature has no longer line
_CLOSING = 40
_NAME_LINES = 9


def mark_endings(bare: list[str], piles: list[Pile]) -> None:
    """Marks the endings of every stretch of own lines, if own words are left above them."""
    for start, end in list(_own_stretches(bare, piles)):
        _mark_notice(bare, piles, start, end)
        _mark_phone_footer(bare, piles, start, end)
        _mark_signature(bare, piles, start, end)
        _mark_closing(bare, piles, start, end)


def _own_stretches(bare: list[str], piles: list[Pile]) -> Iterator[tuple[int, int]]:
    start = None
    for at, pile in enumerate(piles):
        if pile is Pile.OWN and start is None and bare[at]:
            start = at
        elif pile is not Pile.OWN and start is not None:
            yield start, at
            start = None
    if start is not None:
        yield start, len(piles)


def _mark_notice(bare: list[str], piles: list[Pile], start: int, end: int) -> None:
    for at in range(start, end):
        if (at == start or not bare[at - 1]) and p.DISCLAIMER.match(bare[at].lstrip("*_# ")[:500]):
            return paint(piles, at, end, Pile.DISCLAIMER)
    return None


def _mark_phone_footer(bare: list[str], piles: list[Pile], start: int, end: int) -> None:
    for at in range(start, end):
        if (
            piles[at] is Pile.OWN
            and len(bare[at]) < 160
            and p.MOBILE.fullmatch(bare[at].strip("*_-—[]() .!<>"))
        ):
            paint(piles, at, at + 1, Pile.SIGNATURE)
            if any(bare[start:at]):
                rest = next((i for i in range(at, end) if piles[i] is Pile.DISCLAIMER), end)
                paint(piles, at + 1, rest, Pile.ECHO)
            return


def _mark_signature(bare: list[str], piles: list[Pile], start: int, end: int) -> None:
    for at in range(start, end):
        if piles[at] is Pile.OWN and p.SIGNATURE_LINE.match(bare[at]):
            rest = [
                line
                for line, pile in zip(bare[at:end], piles[at:end], strict=True)
                if line and pile is Pile.OWN
            ]
            if len(rest) <= _SIGNATURE_LINES and max(map(len, rest)) <= _SHORT:
                for i in range(at, end):
                    if piles[i] is Pile.OWN:
                        piles[i] = Pile.SIGNATURE
                return


def _mark_closing(bare: list[str], piles: list[Pile], start: int, end: int) -> None:
    own = [at for at in range(start, end) if piles[at] is Pile.OWN and bare[at]]
    for place in range(max(1, len(own) - _NAME_LINES), len(own)):
        below = own[place + 1 :]
        if below and _is_closing(bare[own[place]]) and all(_is_card_line(bare[at]) for at in below):
            return paint(piles, own[place], own[-1] + 1, Pile.SIGNATURE)
    return None


def _is_closing(line: str) -> bool:
    return len(line) <= _CLOSING and p.CLOSING.fullmatch(line.rstrip(" ,.!-–*_:)").lstrip("*_ -")) is not None


def _is_card_line(line: str) -> bool:
    return len(line) <= _SHORT and line[-1] not in ".?!:" and len(line.split()) <= 8
