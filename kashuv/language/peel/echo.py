"""Finds the echoes in a letter: quoted lines, the line or block above them, and forwarded letters."""

from __future__ import annotations

from kashuv.language.peel import patterns as p
from kashuv.language.peel.pile import Pile, paint

_ATTRIBUTION_LINES = 5  # an attribution is wrapped over at most so many lines
_ATTRIBUTION_LENGTH = 400
_HEADER_LINES = 12  # a header block, wrapped recipients included
_WRAPPED = 60  # a quoted line at least so long was perhaps broken by a mailer


def mark_echoes(bare: list[str], piles: list[Pile]) -> None:
    """Marks every echoed line; what follows an unquoted earlier letter's head is echo to the end."""
    at = 0
    while at < len(bare):
        line = bare[at]
        length = attribution_length(bare, at) if line and line[0] != ">" else 0
        if is_earlier_letter(bare, at):
            return paint(piles, at, len(bare), Pile.ECHO)
        if line[:1] == ">":
            at = _mark_quoted(bare, piles, at)
        elif length and _is_quoted_after(bare, at + length):
            paint(piles, at, at + length, Pile.ECHO)
            at += length
        elif length and _stands_alone(bare, at, length):
            return paint(piles, at, len(bare), Pile.ECHO)
        else:
            at += 1
    return None


def is_earlier_letter(bare: list[str], at: int) -> bool:
    """Whether an earlier letter begins here by a divider or by a block of its headers."""
    line = bare[at]
    if not line:
        return False
    if p.DIVIDER.match(line) or p.ARROWED.match(line) or _is_dashed_attribution(line):
        return True
    if line[0] == ">":
        return False
    if p.RULE.match(line):
        following = _next_filled(bare, at + 1)
        return following - at <= 3 and _is_header_block(bare, following)
    return _is_header_block(bare, at)


def _is_dashed_attribution(line: str) -> bool:
    dashed = p.DASHED.match(line)
    return dashed is not None and _is_attribution(dashed.group(1) + ":")


def _is_header_block(bare: list[str], at: int) -> bool:
    if at >= len(bare) or _role(bare[at]) not in ("from", "date", "subject", "to"):
        return False
    roles: dict[str, str] = {}
    for line in bare[at : at + _HEADER_LINES]:
        role = _role(line)
        if role is not None:
            roles.setdefault(role, line)
        elif not line and len(roles) > 1:
            break
    addressed = any("@" in line for line in roles.values())
    if "from" not in roles or len(roles) < 3:
        return "date" in roles and "from" in roles and addressed
    return "subject" in roles or addressed


def _role(line: str) -> str | None:
    if ":" not in line[:40] and "：" not in line[:40]:
        return None
    field = p.FIELD.match(line)
    return p.ROLES.get(field.group(1).strip().lower()) if field else None


def attribution_length(bare: list[str], at: int) -> int:
    """How many lines the "On ... wrote:" that begins here takes; 0 if none does."""
    first = bare[at]
    if len(first) > _ATTRIBUTION_LENGTH or not _may_begin_attribution(first):
        return 0
    joined = ""
    for length, line in enumerate(bare[at : at + _ATTRIBUTION_LINES], start=1):
        if not line or (line[0] == ">" and length > 1):
            return 0
        joined = f"{joined} {line}" if joined else line
        if len(joined) > _ATTRIBUTION_LENGTH:
            return 0
        if _is_attribution(joined.rstrip(" *_")):
            return length
    return 0


def _may_begin_attribution(line: str) -> bool:
    return (
        "@" in line
        or line[-1] == ":"
        or p.ATTRIBUTION_START.match(line) is not None
        or p.DATE.search(line) is not None
    )


def _is_attribution(joined: str) -> bool:
    if joined[-1:] not in (":", "："):
        return False
    wrote = p.WROTE.search(joined) is not None
    if p.DATE.search(joined):
        return (
            wrote
            or p.ADDRESS_AT_END.search(joined) is not None
            or p.WROTE_THEN_DATE.search(joined) is not None
        )
    return wrote and len(joined) < 120


def _stands_alone(bare: list[str], at: int, length: int) -> bool:
    """Whether so much is said of writer and time that what follows is his, quoted or not."""
    joined = " ".join(bare[at : at + length])
    known = p.ADDRESS.search(joined) is not None
    return p.DATE.search(joined) is not None and (known or p.TIME.search(joined) is not None)


def _is_quoted_after(bare: list[str], at: int) -> bool:
    following = _next_filled(bare, at)
    return following < len(bare) and bare[following][0] == ">"


def _next_filled(bare: list[str], at: int) -> int:
    while at < len(bare) and not bare[at]:
        at += 1
    return at


def _mark_quoted(bare: list[str], piles: list[Pile], at: int) -> int:
    """Marks one quoted line, and the rest of it that a mailer broke off without a mark."""
    end = at + 1
    if _is_broken_off(bare, at):
        end += 1
    paint(piles, at, end, Pile.ECHO)
    return end


def _is_broken_off(bare: list[str], at: int) -> bool:
    if len(bare[at]) < _WRAPPED or bare[at][-1] in ".?!:;" or at + 2 >= len(bare):
        return False
    return bool(bare[at + 1]) and bare[at + 1][0] != ">" and bare[at + 2][:1] == ">"
