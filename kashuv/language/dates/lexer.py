"""Cuts a text into runs of pieces that could speak of time; every other word ends a run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kashuv.language.dates.hebrew_calendar import number_of
from kashuv.language.dates.items import Item
from kashuv.language.dates.lexicon import Entry, Lexicon, lexicon
from kashuv.language.dates.shapes import FIGURES, TOKEN

_SHORT = 14  # characters; so short a text is all about the time that it names
_LONGEST = 48  # pieces; no expression of time is longer
_TELLING = frozenset("WMRNCPHuJKQXDmUeoEA@YZgf")
_PREFIXES = {"ל": "l", "מ": "F", "ו": "&", "ש": "x", "ב": ".", "ה": ".", "כ": "."}
_LEADS_TO_TIME = re.compile(
    r"\b(?:in|on|by|until|till|since|from|of|this|next|last|every|before|after|late|early|mid|end)[ -](?:the )?$",
    re.IGNORECASE,
)
_LEADS_TO_DAY = re.compile(
    r"(?:\b(?:on|by|until|till|before|after|from|since|of|between) (?:the )?|[בלמה][-–־]?|(?:עד|תאריך|יום|מיום|ליום|ביום)[ :]{1,2}(?:ה[-–־]?)?)$",
    re.IGNORECASE,
)
_GEMATRIA = re.compile(r"[א-ת]{1,4}\"[א-ת]|[א-ת]'")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W_]+")
_STOP = re.compile(r"[.!?;](?=\s+[^\d\s])|\n")


def runs(text: str) -> Iterator[list[Item]]:
    """Every run of pieces in which something tells of time."""
    start = 0
    for stop in _STOP.finditer(text):
        if _tells(text[start : stop.end()]):
            yield from _runs(text, start, stop.end())
        start = stop.end()
    if _tells(text[start:]):
        yield from _runs(text, start, len(text))


def _tells(sentence: str) -> bool:
    """Whether any word or figure in the sentence could tell of time; most sentences hold none and end here."""
    words = _WORDS.findall(sentence.lower())
    return not lexicon().heads.isdisjoint(words) or any(word[0] <= "9" for word in words)


def _runs(text: str, start: int, end: int) -> Iterator[list[Item]]:
    run: list[Item] = []
    for item in _items(text, start, end):
        if item.kind == "x" or len(run) >= _LONGEST:
            if not run and item.kind == "x":
                continue
            if run and run[-1].kind in "0Y" and _counts(text, run[-1], item):
                run[-1].sure = False
            yield from _telling(run)
            run = []
        if item.kind not in "x.":
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


def _items(text: str, start: int, end: int) -> Iterator[Item]:
    words = lexicon()
    read_to = 0
    after_prefix = -1  # where a lone Hebrew prefix ended, so that its dash is not taken for a range
    for token in TOKEN.finditer(text, start, end):
        group = token.lastgroup or ""
        start, end = token.span(group)
        if start < read_to:
            continue
        if group == "bare" and not (cuts := _cuts(text[start:end].lower())):
            yield Item("x", None, start, end)
            after_prefix = end if end - start <= 2 and text[start] in _PREFIXES else -1
        elif group in ("word", "bare"):
            for item in _word(text, start, end, words):
                yield item
                read_to = item.end
            after_prefix = end if end - start <= 2 and text[start] in _PREFIXES else -1
        elif group in FIGURES:
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
    if len(text) < _SHORT:
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
    return not rest or rest[0].isdigit() or rest[0] in ",."


def _word(text: str, start: int, end: int, known: Lexicon) -> Iterator[Item]:
    """The pieces of one word: its prefixes, if it is Hebrew, and what it says."""
    word = text[start:end].lower()
    for cut in _cuts(word):
        found = _phrase(text, start + cut, word[cut:], known) or _single(
            text, start + cut, end, word[cut:], known
        )
        if found:
            yield from _prefixes(word[:cut], start)
            found.led = word[:cut].endswith("ב") or len(text) < _SHORT
            if found.kind == "H":
                found.led = found.led or text[max(0, start - 8) : start].endswith(
                    ("עד ", "אחרי ", "לפני ", "לקראת ", "לאחר ", "over ", "after ", "before ")
                )
            if found.kind == "o":
                found.sure = found.led  # "בשלישי" is on Tuesday, "שלישי" may be third
            yield found
            return
    yield from _unknown(text, start, end, known)


@lru_cache(maxsize=8_192)
def _cuts(word: str) -> tuple[int, ...]:
    """Behind how many Hebrew prefixes the word begins to say something that is known."""
    known = lexicon()
    found = []
    for cut in range(min(4, len(word))):
        if cut and word[cut - 1] not in _PREFIXES:
            break
        rest = word[cut:]
        if rest in known.phrases or rest in known.words or rest.removesuffix("'s") in known.words:
            found.append(cut)
    return tuple(found)


def _prefixes(letters: str, start: int) -> Iterator[Item]:
    for place, letter in enumerate(letters, start):
        yield Item(_PREFIXES[letter], letter, place, place + 1)


def _phrase(text: str, start: int, first: str, known: Lexicon) -> Item | None:
    for parts, entry in known.phrases.get(first, ()):
        end = start
        for part in parts:
            while end < len(text) and text[end] in " -\t":
                end += 1
            if not text.startswith(part, end) and text[end : end + len(part)].lower() != part:
                break
            end += len(part)
        else:
            if end >= len(text) or not text[end].isalnum():
                return Item(entry.kind, entry.value, start, end, entry.sure)
    return None


def _single(text: str, start: int, end: int, word: str, known: Lexicon) -> Item | None:
    entry = known.words.get(word) or (known.words.get(word[:-2]) if word.endswith("'s") else None)
    if entry is None:
        return None
    return Item(entry.kind, entry.value, start, end, entry.sure or _surely(text, start, entry))


def _surely(text: str, start: int, entry: Entry) -> bool:
    """Whether a word with another common meaning ("may", "sun", "march") is a name of time here."""
    if entry.kind not in "MWK":
        return False
    if len(text) < 16 or _LEADS_TO_TIME.search(text, max(0, start - 12), start):
        return True
    return (
        entry.kind != "K"
        and text[start].isupper()
        and start > 0
        and text[start - 1] == " "
        and text[start - 2] not in ".!?"
    )


def _unknown(text: str, start: int, end: int, known: Lexicon) -> Iterator[Item]:
    """Hebrew letters as a number, joined words that are known, or nothing of ours."""
    word = text[start:end]
    if "א" <= word[0] <= "ת":
        yield from _letters(word, start, end)
        return
    parts = [(found.start(), found.end()) for found in _LETTERS.finditer(word)]
    entries = [known.words.get(word[a:b].lower()) for a, b in parts]
    if len(parts) == 1 or not all(entries):
        yield Item("x", None, start, end)
        return
    for number, ((a, b), entry) in enumerate(zip(parts, entries, strict=True)):
        assert entry is not None
        if number:
            yield Item("T", "-", start + a - 1, start + a)
        yield Item(entry.kind, entry.value, start + a, start + b, entry.sure)


def _letters(word: str, start: int, end: int) -> Iterator[Item]:
    if "'" in word or '"' in word:
        for cut in range(min(3, len(word))):
            if cut and word[cut - 1] not in _PREFIXES:
                break
            if _GEMATRIA.fullmatch(word, cut):
                yield from _prefixes(word[:cut], start)
                yield Item("g", number_of(word[cut:]), start + cut, end)
                return
    yield Item("x", None, start, end)
