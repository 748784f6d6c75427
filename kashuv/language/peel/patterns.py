"""The tongues' tables of letter framing, made into the few patterns that peeling looks for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kashuv.language.en import letters as en
from kashuv.language.he import letters as he
from kashuv.language.peel import europe

_TONGUES = (he, en, europe)


def _any(name: str) -> str:
    return "|".join(part for tongue in _TONGUES for part in getattr(tongue, name))


def _whole(patterns: str) -> re.Pattern[str]:
    return re.compile(f"(?:{patterns})", re.IGNORECASE)


def _roles(names: Iterable[str]) -> dict[str, str]:
    return {word: role for role in names for tongue in _TONGUES for word in tongue.FIELDS[role]}


ROLES = _roles(("subject", "to", "date", "from"))
"""What a header line tells, by its name in any tongue."""

FIELD = re.compile(r"[*_]{0,2}([^\W\d_][^:：*_\d]{0,24}?)[ ]?[*_]{0,2} ?[:：]")
"""The name that a header line begins with."""

ATTRIBUTION_START = re.compile(rf"(?:[\"'(\[]{{0,2}})(?:\d|(?:{_any('STARTS')})(?=[\W\d]|$))", re.IGNORECASE)
WROTE = re.compile(
    rf"(?:(?<!\w)|(?<=\d))(?:(?:{_any('WROTE_LAST')})|(?:{_any('WROTE_THEN_NAME')})(?: [^\s:]+){{0,6}}) ?[:：]$",
    re.IGNORECASE,
)
"""An attribution's verb: at its end, or with nothing but a name after it."""

ADDRESS_AT_END = re.compile(r"@[^\s<>@]{2,120}[ >\])\"'*_]{0,6}[:：]$")
ADDRESS = re.compile(r"[^\s<>@:]{1,64}@[^\s<>@]{2,}")
DATE = re.compile(r"\d{1,2}[:.h]\d{2}(?!\d)|\b(?:19|20)\d\d\b|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|年")
TIME = re.compile(r"\d{1,2}[:.h]\d{2}(?!\d)")

DIVIDER = re.compile(
    rf"(?:[-_=*#>\s—–]{{2,80}}(?:{_any('DIVIDERS')})\s{{0,3}}[-_=*#<\s—–:]{{0,80}}|(?:{_any('DIVIDERS')})\s?[:：])$",
    re.IGNORECASE,
)
RULE = re.compile(r"(?:[-_=*—–] ?){5,}$")

MOBILE = _whole(_any("MOBILE"))
CLOSING = _whole(_any("CLOSINGS"))
DISCLAIMER = _whole(_any("DISCLAIMERS"))
SIGNATURE_LINE = re.compile(r"[*_]{0,2}(?:-- ?|—|––|__)[*_]{0,2}$")
CONTACT = re.compile(
    r"@|www\.|https?://|(?:\+|\b)\d[\d\-. ()/*]{6,}\d|(?:^|\W)(?:tel|phone|mobile|cell|fax|office|direct|t|m|f|e|w|p|email|mail|web|skype"
    r"|linkedin|facebook|טל|טלפון|נייד|פקס|משרד|דוא\"ל|מייל|אתר|כתובת|פלאפון|ת\.ד)\.?\s?[:：]",
    re.IGNORECASE,
)
