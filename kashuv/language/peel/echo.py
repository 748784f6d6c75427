"""Finds the echoes in a letter: quoted lines, the line or block above them, and forwarded letters."""

from __future__ import annotations

from kashuv.language.peel import patterns as p
from kashuv.language.peel.pile import Pile, paint

_ATTRIBUTION_LINES = 5  # an attribution is wrapped over at most so many lines
_ATTRIBUTION_SHORTEST = 6
_ATTRIBUTION_LENGTH = 400
_HEADER_LINES = 12  # a header block, wrapped recipients included
_WRAPPED = 60  # a quoted line at least so long was perhaps broken by a mailer


def mark_echoes(bare: list[str], piles: list[Pile]) -> None:
    """Marks every echoed line; what follows an unquoted earlier letter's head is echo to the end."""
    at = 0
    while at < len(bare):
        line = bare[at]
        if not line:
            at += 1
            continue
        if is_earlier_letter(bare, at):
            return paint(piles, at, len(bare), Pile.ECHO)
        length = attribution_length(bare, at)
        if line[0] == ">":
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
    if line[0] == ">":
        return p.ARROWED.match(line) is not None
    if line[0] in p.DASHES and (_is_divider(line) or _is_rule_above_headers(bare, at)):
        return True
    return (line[-1] in ":：" and p.DIVIDER.match(line) is not None) or _is_header_block(bare, at)


def _is_rule_above_headers(bare: list[str], at: int) -> bool:
    return p.RULE.match(bare[at]) is not None and _is_header_block(bare, _next_filled(bare, at + 1))


def _is_divider(line: str) -> bool:
    if p.DIVIDER.match(line):
        return True
    dashed = p.DASHED.match(line)
    return dashed is not None and _is_attribution(dashed.group(1) + ":")


def _is_header_block(bare: list[str], at: int) -> bool:
    if at >= len(bare) or _role(bare[at]) is None:
        return False
    roles = _roles(bare[at : at + _HEADER_LINES])
    if "from" not in roles or len(roles) < 2:
        return False
    addressed = any("@" in line for line in roles.values())
    return (
        addressed
        if len(roles) == 2 and "date" in roles
        else len(roles) > 2 and (addressed or "subject" in roles)
    )


def _roles(lines: list[str]) -> dict[str, str]:
    """The header lines of a block by what they tell; its recipients may run over a line or two."""
    roles: dict[str, str] = {}
    others = 0
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        role = _role(line)
        if role in roles and role in ("from", "subject"):
            break
        if role is not None:
            roles.setdefault(role, line)
            others = 0
        elif line:
            others += 1
        if others > 2 or (not line and _role(following) is None):
            break
    return roles


def _role(line: str) -> str | None:
    if ":" not in line[:40] and "：" not in line[:40]:
        return None
    field = p.FIELD.match(line)
    return p.ROLES.get(field.group(1).strip().lower()) if field else None


def attribution_length(bare: list[str], at: int) -> int:
    """How many lines the "On ... wrote:" that begins here takes; 0 if none does."""
    first = bare[at]
    if not _ATTRIBUTION_SHORTEST <= len(first) <= _ATTRIBUTION_LENGTH or not _may_begin_attribution(first):
        return 0
    joined = ""
    for length, line in enumerate(bare[at : at + _ATTRIBUTION_LINES], start=1):
        if not line and _is_verb_below(bare, at + length):
            continue
        if not line or (line[0] == ">" and length > 1):
            return 0
        joined = f"{joined} {line}" if joined else line
        if len(joined) > _ATTRIBUTION_LENGTH:
            return 0
        if _is_attribution(joined.rstrip(" *_")):
            return 0 if _begins_later(bare[at : at + length]) else length
        if line[-1] in ".?!:":
            return 0
    return 0


def _is_verb_below(bare: list[str], at: int) -> bool:
    """Some programs leave a blank line before the "wrote:"."""
    return at < len(bare) and len(bare[at]) < 20 and p.WROTE.match(bare[at]) is not None


def _begins_later(lines: list[str]) -> bool:
    """Whether the first line is the writer's own, and the attribution stands below it."""
    if p.ATTRIBUTION_START.match(lines[0]) and p.DATE.search(lines[0]):
        return False
    return any(
        p.ATTRIBUTION_START.match(line) and _is_attribution(" ".join(lines[place:]).rstrip(" *_"))
        for place, line in enumerate(lines[1:], start=1)
    )


def _may_begin_attribution(line: str) -> bool:
    if line[0] == ">":
        return False
    if "@" in line or line[-1] == ":" or p.ATTRIBUTION_START.match(line):
        return True
    return p.DATE.search(line) is not None


def _is_attribution(joined: str) -> bool:
    if joined[-1:] not in (":", "："):
        return p.DATED_ADDRESS.match(joined) is not None
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
    if joined[-1] == ">":
        return False
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
