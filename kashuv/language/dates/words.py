"""What one word of a text can tell of time: its Hebrew prefixes, the phrase that it begins, itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from kashuv.language.dates.hebrew_calendar import number_of
from kashuv.language.dates.items import Item
from kashuv.language.dates.lexicon import Entry, Lexicon, lexicon

SHORT = 14  # characters; so short a text is all about the time that it names
PREFIXES = {"ל": "l", "מ": "F", "ו": "&", "ש": "x", "ב": ".", "ה": ".", "כ": "."}
_LEADS_TO_TIME = re.compile(
    r"\b(?:in|on|by|until|till|since|from|of|this|next|last|every|before|after|late|early|mid|end)[ -](?:the )?$",
    re.IGNORECASE,
)
_LEADS_TO_HOLIDAY = ("עד ", "אחרי ", "לפני ", "לקראת ", "לאחר ", "over ", "after ", "before ")
_GEMATRIA = re.compile(r"[א-ת]{1,4}\"[א-ת]|[א-ת]'")
_OWNING = re.compile("(?<=[a-z])'s?$")
_LETTERS = re.compile(r"[^\W\d_]+")


class Reading(NamedTuple):
    """What a word can say behind some of its Hebrew prefixes: begin a phrase, or stand for itself."""

    cut: int
    phrases: re.Pattern[str] | None
    said: tuple[Entry, ...]
    entry: Entry | None


@lru_cache(maxsize=8_192)
def readings_of(word: str) -> tuple[Reading, ...]:
    """All that a word in lower case can say, the fewest prefixes first."""
    known, found = lexicon(), []
    for cut in range(min(4, len(word))):
        if cut and word[cut - 1] not in PREFIXES:
            break
        rest = word[cut:]
        entry = known.words.get(rest) or known.words.get(_OWNING.sub("", rest))
        choices = known.phrases.get(rest, ())
        if entry or choices:
            said = tuple(entry for _, entry in choices)
            found.append(Reading(cut, _any_of([parts for parts, _ in choices]), said, entry))
    return tuple(found)


def _any_of(phrases: list[tuple[str, ...]]) -> re.Pattern[str] | None:
    """One pattern for all phrases, each in a group; blanks and dashes between their words."""
    if not phrases:
        return None
    each = (r"[ \-\t]*".join(map(re.escape, parts)) for parts in phrases)
    return re.compile("|".join(rf"({one})(?![^\W_])" for one in each), re.IGNORECASE)


def pieces(text: str, start: int, end: int, readings: tuple[Reading, ...]) -> Iterable[Item]:
    """The pieces of one word: its prefixes, if it is Hebrew, and what it says."""
    for reading in readings:
        found = _said(text, start + reading.cut, end, reading)
        if found:
            _lead(found, text, start, start + reading.cut)
            return (*_prefixes(text[start : start + reading.cut], start), found) if reading.cut else (found,)
    return _unknown(text, start, end, lexicon())


def _lead(found: Item, text: str, start: int, begin: int) -> None:
    """Notes whether the word is led to a day: by a prefix, or by the word before it."""
    found.led = text[start:begin].endswith("ב") or len(text) < SHORT
    if found.kind == "K":
        found.sure = found.sure or found.led
    if found.kind == "H":
        found.led = found.led or text[max(0, start - 8) : start].endswith(_LEADS_TO_HOLIDAY)
    if found.kind == "o":
        found.sure = found.led or text[start:begin] == "ל"  # "בשלישי" is on Tuesday, "שלישי" may be third


def _prefixes(letters: str, start: int) -> Iterator[Item]:
    for place, letter in enumerate(letters, start):
        yield Item(PREFIXES[letter], letter, place, place + 1)


def _said(text: str, start: int, end: int, reading: Reading) -> Item | None:
    if reading.phrases and (phrase := reading.phrases.match(text, start)):
        said = reading.said[(phrase.lastindex or 1) - 1]
        return Item(said.kind, said.value, start, phrase.end(), said.sure)
    entry = reading.entry
    if entry is None:
        return None
    return Item(entry.kind, entry.value, start, end, entry.sure or _surely(text, start, entry))


def _surely(text: str, start: int, entry: Entry) -> bool:
    """Whether a word with another common meaning ("may", "sun", "march") is a name of time here."""
    if entry.kind not in "MWK":
        return False
    if (len(text) < 16 and text.count(" ") < 2) or _LEADS_TO_TIME.search(text, max(0, start - 12), start):
        return True
    return (
        entry.kind != "K"
        and text[start].isupper()
        and not text[start : start + 2].isupper()
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
    alike = {entry.kind for entry in entries if entry} in ({"W"}, {"M"})  # "Mon-Wed" is about days
    for number, ((a, b), entry) in enumerate(zip(parts, entries, strict=True)):
        assert entry is not None
        if number and entries[0].kind != "E":  # type: ignore[union-attr]  # "mid-January"
            yield Item("T", "-", start + a - 1, start + a)
        yield Item(entry.kind, entry.value, start + a, start + b, entry.sure or alike)


def _letters(word: str, start: int, end: int) -> Iterator[Item]:
    if "'" in word or '"' in word:
        for cut in range(min(3, len(word))):
            if cut and word[cut - 1] not in PREFIXES:
                break
            if _GEMATRIA.fullmatch(word, cut):
                yield from _prefixes(word[:cut], start)
                yield Item("g", number_of(word[cut:]), start + cut, end)
                return
    yield Item("x", None, start, end)
