"""Cuts a text into runs of pieces that could speak of time; every other word ends a run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from kashuv.language.dates.hebrew_calendar import number_of
from kashuv.language.dates.items import Clock, Item
from kashuv.language.dates.lexicon import Entry, lexicon

_LONGEST = 48  # pieces; no expression of time is longer
_TELLING = frozenset("WMRNCPHuJKQXDmUeOE")
_PREFIXES = frozenset("ובלמכשה")

_TOKEN = re.compile(
    r"""
      (?P<junk>     https?://\S{1,2000} | www\.\S{1,500} | [\w.+-]{1,64}@[\w.-]{1,255}
                  | [$₪€£#№]\s?\d[\d,.]{0,20} | \d[\d,.]{0,20}\s?(?:[%₪$€£°]|ש"ח\b|nis\b|usd\b|eur\b)
                  | \+\d[\d\ -]{6,18} | \b0\d{1,2}-\d{3}-?\d{4}\b | \d{1,9}(?:\.\d{1,9}){3,9} | \d{1,9}/\d{1,9}\.\d{1,9} | \d{1,3}(?:,\d{3}){1,9} )
    | (?P<iso>      \d{4}-\d\d-\d\d[T\ ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?\b )
    | (?P<ymd>      (?<![\d.])\d{4}(?P<s1>[-/.])\d{1,2}(?P=s1)\d{1,2}(?![\d\w]) )
    | (?P<dmy>      (?<![\d.])\d{1,2}\s?(?P<s2>[-/.])\s?\d{1,2}\s?(?P=s2)\s?(?:\d{4}|\d{2})(?![\d\w]) )
    | (?P<my>       (?<![\d./])\d{1,2}/(?:19|20)\d\d(?![\d\w/]) )
    | (?P<ym>       (?<![\d./])(?:19|20)\d\d[-/]\d{2}(?![\d\w/-]) )
    | (?P<dm>       (?<![\d.,:])\d{1,2}/\d{1,2}(?![\d\w/]) | (?<![\d.,:])\d{1,2}\.\d{1,2}(?![\d\w]|[.,]\d) )
    | (?P<clock>    (?<![\d:.])\d{1,2}:\d{2}(?::\d{2})?(?![\d:]) | (?<!\w)\d{1,2}h\d{0,2}(?!\w) )
    | (?P<nth>      (?<![\d.,])\d{1,2}(?:st|nd|rd|th)(?!\w) )
    | (?P<ampm>     (?<![\d.,])\d{1,4}(?:[ap]\.?m\.?|[ap])(?!\w) )
    | (?P<year2>    '\d\d(?!\w) )
    | (?P<number>   (?<![\d.,])\d+(?:\.\d+)?(?=[^\w]|$|ish\b|min|hr|sec|[א-ת]) )
    | (?P<glued>    \d+[A-Za-z_]\w* | \d+ )
    | (?P<word>     [^\W\d_]+(?:['"./-][^\W\d_]+)*'? )
    | (?P<dash>     [-–—־~] )
    | (?P<comma>    [,;()|] )
    | (?P<blank>    [\ \t]+ )
    | (?P<line>     \n )
    | (?P<other>    [^\s] )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def runs(text: str) -> Iterator[list[Item]]:
    """Every run of pieces in which something tells of time."""
    run: list[Item] = []
    for item in _items(text):
        if item.kind == "x" or len(run) >= _LONGEST:
            yield from _telling(run)
            run = []
        if item.kind not in "x.":
            run.append(item)
    yield from _telling(run)


def _telling(run: list[Item]) -> Iterator[list[Item]]:
    while run and run[-1].kind in ",T&":
        run.pop()
    while run and run[0].kind in ",&":
        run.pop(0)
    if any(item.kind in _TELLING for item in run):
        yield run


def _items(text: str) -> Iterator[Item]:
    tokens = _TOKEN.finditer(text)
    words, phrases = lexicon()
    skip_to = 0
    after_prefix = -1  # where a lone Hebrew prefix ended, so that its dash is not taken for a range
    for token in tokens:
        start, end, group = token.start(), token.end(), token.lastgroup
        if start < skip_to or group == "blank":
            continue
        if group == "word":
            for item, upto in _word(text, start, end, words, phrases):
                yield item
                skip_to = upto
            after_prefix = end if end - start <= 2 and text[start] in _PREFIXES else -1
        elif group == "dash":
            if start != after_prefix:
                yield Item("T", "-", start, end)
        elif group == "comma":
            yield Item(",", None, start, end) if token.group() == "," else Item("x", None, start, end)
        elif group in _FIGURES:
            yield _FIGURES[group](token.group(), start, end)
        else:
            yield Item("x", None, start, end)


def _word(
    text: str,
    start: int,
    end: int,
    words: dict[str, Entry],
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]],
) -> Iterator[tuple[Item, int]]:
    word = text[start:end].lower()
    for cut in range(min(4, len(word))):
        if cut and not (word[cut - 1] in _PREFIXES):
            break
        rest = word[cut:]
        found = _phrase(text, start + cut, rest, phrases) or _single(rest, words, start + cut, end, text)
        if found:
            for place in range(cut):
                yield from _prefix(word[place], start + place)
            item, upto = found
            yield item, upto
            return
    yield from _pieces(text, start, end, words)


def _prefix(letter: str, place: int) -> Iterator[tuple[Item, int]]:
    kind = {"ל": "l", "מ": "F", "ו": "&", "ש": "x", "ב": "."}.get(letter, ".")
    yield Item(kind, letter, place, place + 1), place + 1


def _phrase(
    text: str, start: int, first: str, phrases: dict[str, list[tuple[tuple[str, ...], Entry]]]
) -> tuple[Item, int] | None:
    for parts, entry in phrases.get(first, ()):
        end = start
        for part in parts:
            while end < len(text) and text[end] in " -\t":
                end += 1
            if text[end : end + len(part)].lower() != part:
                break
            end += len(part)
        else:
            if end >= len(text) or not text[end].isalnum():
                return Item(entry.kind, entry.value, start, end, entry.sure), end
    return None


def _single(word: str, words: dict[str, Entry], start: int, end: int, text: str) -> tuple[Item, int] | None:
    entry = words.get(word)
    if entry is None and word.endswith("'s"):
        entry = words.get(word[:-2])
    if entry is None:
        return None
    sure = entry.sure or (entry.kind == "M" and text[start].isupper())
    return Item(entry.kind, entry.value, start, end, sure), end


def _pieces(text: str, start: int, end: int, words: dict[str, Entry]) -> Iterator[tuple[Item, int]]:
    """A word that is unknown as a whole: Hebrew letters as a number, or joined words that are known."""
    word = text[start:end]
    if "א" <= word[0] <= "ת":
        for cut in range(min(3, len(word))):
            if cut and word[cut - 1] not in _PREFIXES:
                break
            if _GEMATRIA.fullmatch(word, cut):
                for place in range(cut):
                    yield from _prefix(word[place], start + place)
                yield Item("g", number_of(word[cut:]), start + cut, end), end
                return
    elif "-" in word or "/" in word or "." in word:
        parts = [(found.start(), found.end()) for found in re.finditer(r"[^\W\d_]+", word)]
        known = [words.get(word[a:b].lower()) for a, b in parts]
        if all(known):
            for number, ((a, b), entry) in enumerate(zip(parts, known, strict=True)):
                if number:
                    yield Item("T", "-", start + a - 1, start + a), start + a
                assert entry is not None
                yield Item(entry.kind, entry.value, start + a, start + b, entry.sure), start + b
            return
    yield Item("x", None, start, end), end


_GEMATRIA = re.compile(r"[א-ת]{1,4}\"[א-ת]|[א-ת]'")


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


def _clock(text: str, start: int, end: int) -> Item:
    parts = [int(part) for part in re.split(r"[:hH]", text) if part]
    hour, minute, second = (*parts, 0, 0)[:3]
    if hour > 24 or minute > 59 or second > 59:
        return Item("x", None, start, end)
    settled = hour == 0 or hour > 12 or text[0] == "0" or "h" in text.lower()
    grain = "second" if len(parts) == 3 else "minute" if len(parts) == 2 else "hour"
    return Item("C", Clock(hour % 24, minute, second, grain, settled), start, end)


def _ampm(text: str, start: int, end: int) -> Item:
    digits = re.match(r"\d+", text)
    assert digits is not None
    figures, mark = digits.group(), text[digits.end()].lower()
    hour, minute = (int(figures), 0) if len(figures) <= 2 else (int(figures[:-2]), int(figures[-2:]))
    bare = len(text) == len(figures) + 1
    if not 1 <= hour <= 12 or minute > 59 or (bare and mark == "a"):
        return Item("x", None, start, end)
    hour = hour % 12 + (12 if mark == "p" else 0)
    return Item("C", Clock(hour, minute, 0, "hour" if len(figures) <= 2 else "minute"), start, end)


def _nth(text: str, start: int, end: int) -> Item:
    return Item("O", int(text[:-2]), start, end)


def _year2(text: str, start: int, end: int) -> Item:
    return Item("Y", 2000 + int(text[1:]) if int(text[1:]) < 70 else 1900 + int(text[1:]), start, end)


_FIGURES = {
    "iso": _iso,
    "ymd": _figures,
    "dmy": _figures,
    "my": _figures,
    "ym": _figures,
    "dm": _figures,
    "clock": _clock,
    "nth": _nth,
    "ampm": _ampm,
    "year2": _year2,
    "number": _number,
}
