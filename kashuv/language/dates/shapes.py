"""Figures that tell of time, by their shape alone: 15:30, 3pm, 2026-03-19, 19/3, 4th; and those that never do.

Amounts, addresses, telephone numbers and version numbers are taken out here, before anything is read into them.
"""

from __future__ import annotations

import re
from datetime import datetime

from kashuv.language.dates.items import Clock, Item, Length
from kashuv.language.reading import Grain

# What most of a letter is made of comes first: words with nothing joined to them.
TOKEN = re.compile(
    r"""
    [\ \t]* (?:
      (?P<bare>     [^\W\d_]+(?=[\ \n,?!;)]|\.?(?:\s|$)) )
    | (?P<junk>     https?://\S{1,2000} | www\.\S{1,500} | [\w.+-]{1,64}@[\w.-]{1,255}
                  | [$₪€£#№]\s?\d[\d,.]{0,20} | \d[\d,.]{0,20}\s?(?:[%₪$€£°]|ש"ח\b|nis\b|usd\b|eur\b)
                  | \+\d[\d\ -]{6,18} | \b0\d{1,2}-\d{3}-?\d{4}\b
                  | \b\d{1,3}-(?!(?:19|20)\d\d\b)\d{3,4}(?:-\d{3,4}){0,2}\b | \d{1,9}(?:\.\d{1,9}){3,9} | \d{1,9}/\d{1,9}\.\d{1,9} | \d{1,3}(?:,\d{3}){1,9} )
    | (?P<iso>      \d{4}-\d\d-\d\d[T\ ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?\b )
    | (?P<ymd>      (?<![\d.])\d{4}(?P<s1>[-/.])\d{1,2}(?P=s1)\d{1,2}(?![\d\w]) )
    | (?P<dmy>      (?<![\d.])\d{1,2}\s?(?P<s2>[-/.])\s?\d{1,2}\s?(?P=s2)\s?(?:\d{4}|\d{2})(?![\d\w]) )
    | (?P<my>       (?<![\d./])\d{1,2}/(?:19|20)\d\d(?![\d\w/]) )
    | (?P<ym>       (?<![\d./])(?:19|20)\d\d[-/]\d{2}(?![\d\w/-]) )
    | (?P<dm>       (?<![\d.,:])\d{1,2}/\d{1,2}(?![\d\w/]) | (?<![\d.,:])\d{1,2}\.\d{1,2}(?![\d\w]|[.,]\d) )
    | (?P<ampm>     (?<![\d.,:])\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b\.? | (?<![\d.,:])\d{1,2}:\d\d\s?[ap]\b | (?<![\d.,])\d{1,4}(?:[ap]\.?m\b\.?|p\b) )
    | (?P<decade>   (?<![\d.,])(?:19|20)\d0'?s(?!\w) )
    | (?P<length>   (?<=\bin\ )(?:\d{1,3}|\d/\d)\s?[hms'"](?!\w) | (?<!\w)\d{1,3}(?:hrs?|mins?|secs?)\b )
    | (?P<ishly>    (?<![\d.,])\d{1,2}-?ish\b )
    | (?P<clock>    (?<![\d:.])\d{1,2}:\d{2}(?::\d{2})?(?:h|hrs?)?(?![\d:\w]) | (?<!\w)\d{1,2}h\d{0,2}(?!\w) )
    | (?P<quarter>  (?<!\w)Q[1-4](?!\w) )
    | (?P<nth>      (?<![\d.,])\d{1,2}(?:st|nd|rd|th)(?!\w) )
    | (?P<year2>    '\d\d(?!\w) )
    | (?P<number>   (?<![\d.,])\d+(?:\.\d+)?(?=[^\w]|$|ish\b|min|hr|sec|[א-ת]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b) )
    | (?P<glued>    \d+[A-Za-z_]\w* | \d+ )
    | (?P<word>     [^\W\d_]+(?:['"./-][^\W\d_]+)*'? )
    | (?P<dash>     [-–—־~] )
    | (?P<comma>    , )
    | (?P<line>     \n )
    | (?P<other>    [^\s] )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _number(text: str, start: int, end: int) -> Item:
    if "." in text:
        return Item("0", float(text), start, end, sure=False)
    if len(text) > 4:
        return Item("x", None, start, end)
    return Item("Y" if len(text) == 4 and 1500 <= int(text) <= 2199 else "0", int(text), start, end)


def _iso(text: str, start: int, end: int) -> Item:
    try:
        return Item("D", datetime.fromisoformat(text.replace(" ", "T", 1)), start, end)
    except ValueError:
        return Item("x", None, start, end)


def _figures(text: str, start: int, end: int) -> Item:
    return Item("J", text, start, end)


_GRAINS: tuple[Grain, ...] = ("hour", "minute", "second")


def _clock(text: str, start: int, end: int) -> Item:
    parts = [int(part) for part in re.findall(r"\d+", text)]
    hour, minute, second = (*parts, 0, 0)[:3]
    if hour > 24 or minute > 59 or second > 59:
        return Item("x", None, start, end)
    settled = hour == 0 or hour > 12 or text[0] == "0" or "h" in text.lower()
    grain = _GRAINS[len(parts) - 1]
    return Item("C", Clock(hour % 24, minute, second, grain, settled), start, end)


def _ampm(text: str, start: int, end: int) -> Item:
    """ "3pm", "3.30 pm", "1030am"."""
    figures = re.findall(r"\d+", text)
    if len(figures) == 1 and len(figures[0]) > 2:
        figures = [figures[0][:-2], figures[0][-2:]]
    hour, minute = (*map(int, figures), 0)[:2]
    if hour > 12 or minute > 59:
        return Item("x", None, start, end)
    hour = hour % 12 + (12 if "p" in text.lower() else 0)
    return Item("C", Clock(hour, minute, 0, "minute" if len(figures) > 1 else "hour"), start, end)


def _nth(text: str, start: int, end: int) -> Item:
    return Item("O", int(text[:-2]), start, end)


def _length(text: str, start: int, end: int) -> Item:
    """ "in 5m", "30min", "in 1/2h"."""
    figures, unit = re.findall(r"\d+", text), text.lstrip("0123456789/ ")[0].lower()
    amount = int(figures[0]) / (int(figures[1]) or 1) if len(figures) == 2 else int(figures[0])
    return Item("X", Length(((amount, _UNITS[unit]),)), start, end)


_UNITS = {"h": "hour", "m": "minute", "'": "minute", "s": "second", '"': "second"}


def _ishly(text: str, start: int, end: int) -> Item:
    """ "11ish"."""
    hour = int(text[:2].rstrip("i-"))
    return (
        Item("C", Clock(hour, settled=hour > 12), start, end)
        if 0 < hour <= 24
        else Item("x", None, start, end)
    )


def _decade(text: str, start: int, end: int) -> Item:
    return Item("d", int(text[:4]), start, end)


def _quarter(text: str, start: int, end: int) -> Item:
    return Item("Q", int(text[1:]), start, end)


def _year2(text: str, start: int, end: int) -> Item:
    return Item("Y", 2000 + int(text[1:]) if int(text[1:]) < 70 else 1900 + int(text[1:]), start, end)


FIGURES = {
    "iso": _iso,
    "ymd": _figures,
    "dmy": _figures,
    "my": _figures,
    "ym": _figures,
    "dm": _figures,
    "clock": _clock,
    "quarter": _quarter,
    "decade": _decade,
    "length": _length,
    "ishly": _ishly,
    "nth": _nth,
    "ampm": _ampm,
    "year2": _year2,
    "number": _number,
}
