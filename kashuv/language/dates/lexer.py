"""Cuts a text into runs of pieces that could speak of time; every other word ends a run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kashuv.language.dates.items import Item
from kashuv.language.dates.lexicon import lexicon
from kashuv.language.dates.shapes import FIGURES, TOKEN
from kashuv.language.dates.words import PREFIXES, SHORT, pieces, readings_of
from kashuv.language.stretch import in_lower_case

_LONGEST = 48  # pieces; no expression of time is longer
_TELLING = frozenset("WMRNCPHuJKQXDmUeoEA@YZgfhd")
_LEADS_TO_DAY = re.compile(
    r"(?:\b(?:on|by|until|till|before|after|from|since|of|between) (?:the )?|[בלמה][-–־]?|(?:עד|תאריך|יום|מיום|ליום|ביום)[ :]{1,2}(?:ה[-–־]?)?)$",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W_]+")
_STOP = re.compile(r"[.!?;](?=\s+[^\d\s])|\n")
_SHORTENED = re.compile(r"\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat)")


def runs(text: str, lowered: str | None = None) -> Iterator[list[Item]]:
    """Every run of pieces in which something tells of time; `lowered` is the text in lower case, place for place."""
    if lowered is None:
        lowered = in_lower_case(text)
    start = 0
    for stop in _STOP.finditer(text):
        end = stop.end()
        if text[end - 1] == "." and _SHORTENED.match(lowered, end - 4):
            continue
        yield from _runs(text, lowered, start, end)
        start = end
    yield from _runs(text, lowered, start, len(text))


def _around(lowered: str, start: int, end: int) -> tuple[int, int] | None:
    """From where the pieces must be read, and after which place nothing tells of time any more.

    None if no word or figure of the sentence could tell of time: most sentences hold none and end here.
    """
    heads = lexicon().heads
    telling = [word for word in _WORDS.findall(lowered, start, end) if word in heads or not word.isalpha()]
    if not telling:
        return None
    first, last = lowered.find(telling[0], start, end), lowered.rfind(telling[-1], start, end)
    return _begin(lowered, start, first), last


def _begin(lowered: str, start: int, first: int) -> int:
    """The end of the nearest word before `first` that stands between blanks and tells nothing."""
    after = lowered.rfind(" ", start, first)
    while after > start:
        before = lowered.rfind(" ", start, after)
        word = lowered[before + 1 : after]
        if before >= start and word.isalpha() and not readings_of(word):
            return after
        after = before
    return start


def _runs(text: str, lowered: str, start: int, end: int) -> Iterator[list[Item]]:
    around = _around(lowered, start, end)
    if around is None:
        return
    run: list[Item] = []
    whole = False  # whether "for" stands before, so that a length is that of the whole
    for item in _items(text, lowered, *around, end):
        if item.kind == "x" or len(run) >= _LONGEST:
            if not run and item.kind == "x":
                whole = False
                continue
            if run and run[-1].kind in "0Y" and _counts(text, run[-1], item):
                run[-1].sure = False
            yield from _telling(run)
            run = []
        if item.kind == ".":
            whole = whole or text[item.start : item.end] == "for"
        elif item.kind == "x":
            whole = False
        else:
            item.whole, whole = whole, False
            run.append(item)
    yield from _telling(run)


def _counts(text: str, number: Item, word: Item) -> bool:
    """Whether the number counts the word behind it ("at 3 shops")."""
    return word.start == number.end + 1 and text[number.end] == " " and text[word.start].isalpha()


def _telling(run: list[Item]) -> Iterator[list[Item]]:
    while run and run[-1].kind in ",T&":
        run.pop()
    while run and run[0].kind in ",&":
        run.pop(0)
    if not _TELLING.isdisjoint([item.kind for item in run]):
        yield run


def _items(text: str, lowered: str, start: int, last: int, end: int) -> Iterator[Item]:
    """The pieces; of words that tell nothing only the first, for one is enough to end a run."""
    read_to = 0
    after_prefix = -1  # where a lone Hebrew prefix ended, so that its dash is not taken for a range
    running = False
    for token in TOKEN.finditer(text, start, end):
        group = token.lastgroup or ""
        start, end = token.span(group)
        if start < read_to:
            continue
        if group == "bare" or group == "word":
            after_prefix = end if end - start <= 2 and text[start] in PREFIXES else -1
            word = lowered[start:end]
            readings = readings_of(word)
            read_to = end
            if readings or not word.isalpha():
                running = True
                for item in pieces(text, start, end, readings):
                    yield item
                    read_to = item.end
            else:
                if running:
                    running = False
                    yield Item("x", None, start, end)
                if start > last:
                    return
            continue
        running = True
        if group in FIGURES:
            item = FIGURES[group](text[start:end], start, end)
            item.led = _led(text, start)
            yield item
        else:
            yield from _sign(text, start, end, group, start == read_to, start == after_prefix)


def _sign(
    text: str, start: int, end: int, group: str | None, after_word: bool, after_prefix: bool
) -> Iterator[Item]:
    """What stands between words and figures."""
    sign = text[start:end]
    if group == "dash":
        if not after_prefix:
            yield Item("T", "-", start, end)
    elif group == "comma":
        yield Item(",", None, start, end)
    elif sign == "/" and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum():
        yield Item("T", "/", start, end)
    elif sign == "@":
        yield Item("@", None, start, end)
    elif not (sign == "." and after_word and _abbreviates(text, end)):
        yield Item("x", None, start, end)


def _led(text: str, start: int) -> bool:
    """Whether a word that leads to a day stands before a figure."""
    if len(text) < SHORT:
        return True
    before = text[max(0, start - 2) : start].rstrip(" -–־")
    return (
        bool(before)
        and before[-1].isalpha()
        and _LEADS_TO_DAY.search(text, max(0, start - 14), start) is not None
    )


def _abbreviates(text: str, end: int) -> bool:
    """Whether a full stop behind a word of time ends the word and not the sentence: "Dec. 31"."""
    rest = text[end : end + 4].lstrip()
    return not rest or rest[0].isdigit() or rest[0].islower() or rest[0] in ",."
