"""Unfolds a forward: the letter that somebody passed on, with its writer, its moment and its own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from kashuv.language import dates
from kashuv.language.marks import plain
from kashuv.language.mime import Mailbox
from kashuv.language.peel import patterns
from kashuv.language.peel.echo import is_earlier_letter

HEADS = 25  # lines in which the copied headers must end
_quoted = re.compile(r"^[ \t]*>[ ]?", re.MULTILINE)
_prefix = re.compile(r"^\s*(?:(?:fwd?|fw|הועבר|הע|העברה)\s*:\s*)+", re.IGNORECASE)
_mailto = re.compile(r"\bmailto:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Forwarded:
    """`above` is what the one who passed it on wrote himself; `at` is None where the forward tells no date.

    `mark` is the Message-ID, where it was passed on as a file.
    """

    writer: Mailbox
    subject: str
    at: datetime | None
    text: str
    above: str
    mark: str = ""


def unfold(text: str, reference: datetime) -> Forwarded | None:
    """The letter inside; None if there is none, or if nobody can say whose it is."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    bare = [line.strip() for line in plain("\n".join(lines)).text.split("\n")]
    start = next((at for at, line in enumerate(bare) if line and is_earlier_letter(bare, at)), None)
    if start is None:
        return None
    above, below = "\n".join(lines[:start]).strip(), _unquoted(lines[start:])
    told, body = _heads(below)
    writer = _writer(told.get("from", ""))
    if writer is None:
        return None
    return Forwarded(writer, told.get("subject", ""), _moment(told.get("date", ""), reference), body, above)


def bare_subject(subject: str) -> str:
    """A subject without the words by which a program says that it was passed on."""
    return _prefix.sub("", subject).strip()


def _unquoted(lines: list[str]) -> list[str]:
    """The lines without marks of quoting, where the letter inside was quoted as a whole."""
    first = next((line for line in lines[1:] if line.strip()), "")
    return _quoted.sub("", "\n".join(lines)).split("\n") if first.lstrip().startswith(">") else lines


def _heads(lines: list[str]) -> tuple[dict[str, str], str]:
    """What the copied headers tell, by role, and the text below them."""
    told: dict[str, str] = {}
    role = ""
    for at, line in enumerate(lines[:HEADS]):
        bare = plain(line).text.strip()
        found = patterns.FIELD.match(bare)
        named = patterns.ROLES.get(found[1].strip().lower(), "") if found else ""
        if found and named:
            role = named
            told.setdefault(role, bare[found.end() :].strip(" *_"))
        elif bare and role:
            told[role] += f" {bare}"  # recipients and subjects run over a line
        elif len(told) > 1:
            return told, "\n".join(lines[at:]).strip()
    return told, ""


def _writer(told: str) -> Mailbox | None:
    """Of "Yoav Gal <yoav@gal.example>", "Yoav Gal [mailto:yoav@gal.example]" or a bare address."""
    told = _mailto.sub("", told)
    found = patterns.ADDRESS.search(told)
    if found is None:
        return None
    address = found[0].strip("<>[]()\"'*_,; ").lower()
    name = told[: found.start()].strip("<>[]()\"'*_,; ")
    return Mailbox(name, address)


def _moment(told: str, reference: datetime) -> datetime | None:
    """When it was written: as mail programs write it, or as people do; never after it was passed on."""
    if not told:
        return None
    try:
        at = parsedate_to_datetime(told)
        at = at if at.tzinfo else at.replace(tzinfo=reference.tzinfo)
    except ValueError:
        found = [moment.start for moment in dates.find(told, reference) if moment.start]
        at = found[0] if found else reference
    return at if at < reference else None
