"""The tongues' tables of letter framing, made into the few patterns that peeling looks for."""

from __future__ import annotations

import re

from kashuv.language.en import letters as en
from kashuv.language.he import letters as he
from kashuv.language.peel import europe

_TONGUES = (he, en, europe)
DASHES = "-_=*#~\u2010\u2011\u2012\u2013\u2014\u2015"
_DASHES = rf"[{DASHES}\s]"


def _any(name: str) -> str:
    return "|".join(part for tongue in _TONGUES for part in getattr(tongue, name))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})", re.IGNORECASE)


ROLES = {
    word: role
    for role in ("subject", "to", "date", "from")
    for tongue in _TONGUES
    for word in tongue.FIELDS[role]
}
"""What a header line tells, by its name in any tongue."""

FIELD = re.compile(r"[*_]{0,2}([^\W\d_][^:：*_\d]{0,24}?) ?[*_]{0,2} ?[:：]")
"""The name that a header line begins with."""

ATTRIBUTION_START = _compiled(rf"[\"'(\[]{{0,2}}(?:\d|(?:{_any('STARTS')})(?=[\W\d]|$))")
WROTE = _compiled(
    rf"(?:(?<!\w)|(?<=\d))(?:(?:{_any('WROTE_LAST')})|(?:{_any('WROTE_THEN_NAME')})(?: [^\s:]+){{0,6}}) ?[:：]$"
)
"""An attribution's verb: at its end, or with nothing but a name after it."""

WROTE_THEN_DATE = _compiled(rf"(?<!\w)(?:{_any('WROTE_LAST')})[^\d\n]{{1,30}}\d[^\n]{{3,50}}[:：]$")
"""An attribution's verb with the date after it."""

DATED_ADDRESS = re.compile(
    r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}[^\n]{0,120}<[^\s<>@]{1,64}@[^\s<>]{2,120}>$"
)
"""An old attribution of a date and an address alone."""

ADDRESS = re.compile(r"[^\s<>@:]{1,64}@[^\s<>@]{2,}")
ADDRESS_AT_END = re.compile(r"@[^\s<>@]{2,120}[ >\])\"'*_]{0,6}[:：]$")
DATE = re.compile(r"\d{1,2}[:.h]\d{2}(?!\d)|\b(?:19|20)\d\d\b|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|年")
TIME = re.compile(r"\d{1,2}[:.h]\d{2}(?!\d)")

DIVIDER = _compiled(
    rf"(?:{_DASHES}{{2,80}}(?:{_any('DIVIDERS')})\s{{0,3}}[:<]?{_DASHES}{{0,80}}|(?:{_any('DIVIDERS')})\s?[:：])$"
)
DASHED = re.compile(r"[-\u2010-\u2015]{2,20} ?(.{10,300}?) ?:? ?[-\u2010-\u2015]{2,20}$")
"""An attribution between dashes."""

ARROWED = re.compile(r">>> .{3,200}\d.{0,60}>>>$")
"""An attribution between arrows, with the letter unmarked below it."""

RULE = re.compile(r"(?:[-_=*~\u2010-\u2015] ?){5,}$")
SIGNATURE_LINE = re.compile(r"[*_]{0,2}(?:-- ?|\u2014|\u2013{2,3}|__|---)[*_]{0,2}$")

ORNAMENT = re.compile(r"^[^\w\[(\"']+")
"""Stars, trees and the like that stand before a notice."""

DECORATION = re.compile(r"[\[\]*_]|[<(]https?://[^>)\s]{0,300}[>)]?")
MOBILE = _compiled(_any("MOBILE"))
GREETING = _compiled(rf"(?:{_any('GREETINGS')})(?!\w)[^.?:]{{0,50}}$")
CLOSING = _compiled(rf"(?:{_any('CLOSINGS')})(?:[,.!]? (?:and |& ?|ו)?(?:{_any('CLOSINGS')}))?")
DISCLAIMER = _compiled(_any("DISCLAIMERS"))
BANNER = _compiled(_any("BANNERS"))
NAME = re.compile(r"[A-Z][\w.'-]{0,30}(?: [A-Z][\w.'-]{0,30}){0,2}$")
DASHED_NAME = re.compile(r"[-~\u2013\u2014] ?[A-Z\u05d0-\u05ea][\w.'\"-]{0,30}(?: [\w.'\"-]{1,30}){0,2}$")
PICTURE = re.compile(r"[\[<](?:cid:|image|inline|logo|תמונה)[^\]>]{0,200}[\]>]$", re.IGNORECASE)
CONTACT = re.compile(
    r"@|www\.|https?://|(?:\+|\b)\d[\d\-. ()/*]{6,}\d"
    r"|(?:^|\W)(?:tel|phone|mobile|cell|fax|office|direct|t|m|f|e|w|p|email|mail|web|skype|linkedin|facebook"
    r"|טל|טל'|טלפון|נייד|פקס|משרד|דוא\"ל|מייל|אתר|כתובת|פלאפון)\.?\s?[:：]",
    re.IGNORECASE,
)
