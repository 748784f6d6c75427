"""The line "From …" that begins each letter of an mbox, told apart from the same words in a body."""

from __future__ import annotations

import re

LONGEST = 1000  # bytes of an envelope line

_DAY = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_MONTH = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_TIME = rb"\d{1,2}:\d{2}(?::\d{2})?"
_ZONE = rb"(?: [A-Z]{1,5}| [+-]\d{4})?"
_DATES = rb"|".join(
    (
        _DAY + rb" " + _MONTH + rb" {1,2}\d{1,2} " + _TIME + _ZONE + rb" \d{4}" + _ZONE,
        _DAY + rb",? \d{1,2} " + _MONTH + rb" \d{2,4} " + _TIME + _ZONE,
        rb"\d{4}-\d{2}-\d{2}[T ]" + _TIME + rb"[\d.+:Z-]{0,12}",
    )
)
_DATED = re.compile(rb"From (?:[^\r\n]{0,400}?[ \t])??[ \t]*(?:" + _DATES + rb")[ \t]*\r?\n")
_BEGINS = re.compile(rb"[!-9;-~]{1,200}[ \t]*:|>?From |\r?\n")  # how a letter usually goes on
_LOOSE = re.compile(  # a date in no usual form, but letters begin like this and nothing else does
    rb"From [^\s]{1,300} (?=[^\r\n]{0,300}(?:19|20)\d\d)[^\r\n]{0,300}\d{1,2}:\d{2}[^\r\n]{0,80}\r?\n"
    rb"(?=(?:Received|Return-Path|Delivered-To|Message-ID|Date|From|To|Subject|MIME-Version|X-[\w-]{1,60})[ \t]*:)",
    re.IGNORECASE,
)
_BARE = re.compile(rb"From [^\s]{1,300}[ \t]*\r?\n(?=[!-9;-~]{1,200}:)")


def envelope_end(held: bytes | bytearray, at: int, *, bare: bool, parted: bool = True) -> int:
    """Where the envelope line that begins at `at` ends; 0 if no envelope begins there.

    `bare`: the file's own envelopes carry no date, so that an undated line may be one too. `parted`: an empty
    line stands before it, so that a dated line is one whatever follows; else a header must.
    """
    dated = _DATED.match(held, at)
    if dated and (parted or _BEGINS.match(held, dated.end())):
        return dated.end()
    found = parted and (_LOOSE.match(held, at) or (_BARE.match(held, at) if bare else None))
    return found.end() if found else 0


def is_bare(held: bytes | bytearray) -> bool:
    """Whether a file that begins so writes its envelopes without a date."""
    return _DATED.match(held) is None and _BARE.match(held) is not None


def next_envelope(held: bytearray, begin: int, *, bare: bool) -> int:
    """Where the next envelope begins, at the earliest at `begin`; -1 if there is none."""
    at = held.find(b"\nFrom ", max(begin - 1, 0))
    while at >= 0:
        if envelope_end(held, at + 1, bare=bare, parted=_after_blank(held, at)):
            return at + 1
        at = held.find(b"\nFrom ", at + 1)
    return -1


def _after_blank(held: bytearray, newline: int) -> bool:
    return held[newline - 1 : newline] == b"\n" or held[newline - 2 : newline] == b"\n\r"
