"""Finds what ends a letter without being said in it: signatures, phone footers, legal notices."""

from __future__ import annotations

from collections.abc import Iterator

from kashuv.language.peel import patterns as p
from kashuv.language.peel.pile import Pile, paint

_SIGNATURE_LINES = 20
_SIGNATURE_WIDTH = 200
_CARD_LINES = 9
_CARD_WIDTH = 90
_CLOSING_WIDTH = 40
_NAME_WORDS = 5


def mark_endings(bare: list[str], piles: list[Pile]) -> None:
    """Marks the endings of every stretch of own lines."""
    for start, end in list(_own_stretches(bare, piles)):
        _mark_banner(bare, piles, start, end)
        end = _mark_notice(bare, piles, start, end)
        end = _mark_phone_footer(bare, piles, start, end)
        end = _mark_signature(bare, piles, start, end)
        _mark_card(bare, piles, start, end)


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


def _mark_banner(bare: list[str], piles: list[Pile], start: int, end: int) -> None:
    """A gateway's warning stands above the letter and is one paragraph."""
    if p.BANNER.match(bare[start].strip("*_[] ")[:300]):
        _mark_paragraph(bare, piles, start, end)


def _mark_paragraph(bare: list[str], piles: list[Pile], start: int, end: int) -> None:
    """A machine's paragraph above a letter; one that asks something is a person's."""
    end = _paragraph_end(bare, start, end)
    if not any("?" in line for line in bare[start:end]):
        paint(piles, start, end, Pile.DISCLAIMER)


def _mark_notice(bare: list[str], piles: list[Pile], start: int, end: int) -> int:
    """A legal notice or a list's footer goes to the end, unless nothing is said before it."""
    for at in range(start, end):
        begins = at == start or not bare[at - 1] or p.RULE.match(bare[at - 1])
        if not begins or not bare[at] or not p.DISCLAIMER.match(p.ORNAMENT.sub("", bare[at][:500])):
            continue
        if at == start:
            _mark_paragraph(bare, piles, at, end)
            continue
        if p.RULE.match(bare[at - 1]):
            at -= 1
        paint(piles, at, end, Pile.DISCLAIMER)
        return at
    return end


def _paragraph_end(bare: list[str], at: int, end: int) -> int:
    while at < end and bare[at]:
        at += 1
    return at


def _mark_phone_footer(bare: list[str], piles: list[Pile], start: int, end: int) -> int:
    """A program's footer ends most letters; what stands below it is still the writer's, unless it greets anew."""
    first = end
    for at in range(start, end):
        if len(bare[at]) < 300 and _is_phone_footer(bare[at]):
            piles[at] = Pile.SIGNATURE
            first = min(first, at)
            if any(bare[start:at]) and _is_unmarked_letter(bare, at + 1, end):
                paint(piles, at + 1, end, Pile.ECHO)
                return first
    below = any(
        line and pile is Pile.OWN for line, pile in zip(bare[first:end], piles[first:end], strict=True)
    )
    return end if below else first


def _is_unmarked_letter(bare: list[str], start: int, end: int) -> bool:
    """Whether an earlier letter stands here without any mark: it goes to the end, and opens with a greeting."""
    line = next((line for line in bare[start:end] if line), "")
    return end == len(bare) and p.GREETING.match(line) is not None


def _is_phone_footer(line: str) -> bool:
    words = p.DECORATION.sub("", line).strip("-\u2014() .!<>|")
    return 8 < len(words) < 160 and p.MOBILE.fullmatch(words) is not None


def _mark_signature(bare: list[str], piles: list[Pile], start: int, end: int) -> int:
    """What stands below a signature's line, if it looks like one."""
    filled = [at for at in range(start, end) if bare[at]]
    for place in range(max(0, len(filled) - _SIGNATURE_LINES - 1), len(filled)):
        at, line = filled[place], bare[filled[place]]
        if line[0] not in "-_*=~\u2013\u2014":
            continue
        below = [bare[i] for i in filled[place + 1 :]]
        if (p.SIGNATURE_LINE.match(line) and _is_signature(line, below)) or (
            p.RULE.match(line) and _is_card(below)
        ):
            paint(piles, at, end, Pile.SIGNATURE)
            return at
    return end


def _is_signature(rule: str, below: list[str]) -> bool:
    """Two dashes begin a signature by custom; other rules also part a letter's chapters, and these are wider."""
    width = _SIGNATURE_WIDTH if rule.strip("*_ ") == "--" else _CARD_WIDTH
    return all(len(line) <= width or "://" in line for line in below)


def _mark_card(bare: list[str], piles: list[Pile], start: int, end: int) -> None:
    """A closing with a name below it, or a name or visiting card at the end without any line above it."""
    own = [at for at in range(start, end) if piles[at] is Pile.OWN and bare[at]]
    for place in range(max(1, len(own) - _CARD_LINES), len(own)):
        at, below = own[place], own[place + 1 :]
        if (_is_closing(bare[at]) or _is_closing_by_its_place(bare, at, below)) and (
            last := _card_end(bare, below)
        ):
            return paint(piles, at, last + 1, Pile.SIGNATURE)
    first = _last_paragraph(bare, own)
    if first and _is_farewell(bare[own[first - 1]], [bare[at] for at in own[first:]]):
        paint(piles, own[first], own[-1] + 1, Pile.SIGNATURE)
    return None


def _is_farewell(above: str, lines: list[str]) -> bool:
    """A card or a name behind a dash, unless the line above announces it or it ends a list."""
    if above.endswith(":") or above[0] in p.DASHES:
        return False
    return _is_visiting_card(lines) or (len(lines) == 1 and p.DASHED_NAME.match(lines[0]) is not None)


def _is_closing_by_its_place(bare: list[str], at: int, below: list[int]) -> bool:
    """A formula that we don't know: two or three words and a comma, and only a name left below it."""
    line = bare[at]
    if line[-1] != "," or len(line.split()) > 3 or bare[at - 1] or below != [at + 1]:
        return False
    return p.NAME.match(bare[at + 1]) is not None


def _is_closing(line: str) -> bool:
    return len(line) <= _CLOSING_WIDTH and p.CLOSING.fullmatch(line.strip(" ,.!-\u2013*_:)")) is not None


def _card_end(bare: list[str], below: list[int]) -> int:
    """Where the name and the card under a closing end; 0 if what follows it is no name."""
    last = 0
    for at in below:
        line = bare[at]
        is_name = not last and len(line.split()) <= _NAME_WORDS and line[-1] not in ".?!:"
        follows = last == at - 1 and _is_card_line(line)
        if not (is_name or follows or _is_contact(line)):
            break
        last = at
    return last


def _is_card(lines: list[str]) -> bool:
    return 0 < len(lines) <= _CARD_LINES and all(_is_card_line(line) or _is_contact(line) for line in lines)


def _is_card_line(line: str) -> bool:
    return len(line) <= _CARD_WIDTH and line[-1] not in ".?!:" and len(line.split()) <= 8


def _is_contact(line: str) -> bool:
    if p.PICTURE.match(line):
        return True
    return len(line) <= _SIGNATURE_WIDTH and p.CONTACT.search(line) is not None and line[-1] not in "?!"


def _last_paragraph(bare: list[str], own: list[int]) -> int:
    """Where among the own lines the last paragraph begins; 0 if there is only one."""
    place = len(own) - 1
    while place > 0 and own[place] - own[place - 1] == 1:
        place -= 1
    return max(place, 0)


def _is_visiting_card(lines: list[str]) -> bool:
    """A name first, and at least two lines (half of them) by which to reach it."""
    contacts = sum(_is_contact(line) for line in lines)
    named = len(lines[0].split()) <= 4 and not any(mark in lines[0] for mark in "0123456789.?!:,@")
    return named and _is_card(lines) and contacts >= 2 and 2 * contacts >= len(lines) - 1
