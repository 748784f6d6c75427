"""Text made comparable: what two spellings of one name have in common, in Hebrew and in Latin letters."""

from __future__ import annotations

import re
import unicodedata

FINALS = (("ך", "כ"), ("ם", "מ"), ("ן", "נ"), ("ף", "פ"), ("ץ", "צ"))
_silent = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u200b-\u200f\u202a-\u202e\u2066-\u2069'’׳`\"״”“]+"
)  # accents, vowel points, direction marks, apostrophes
_gaps = re.compile(r"[\W_]+")

SILENT = str.maketrans("", "", "אהחעיaeiouyhw")
SOUNDS = str.maketrans("בגדזטכלמנספצקרשתfcqxjzp", "bgdstklmnsbskrstbkkkgsb")
DIGRAPHS = (("sh", "s"), ("tz", "s"), ("ts", "s"), ("ph", "b"), ("th", "t"), ("ck", "k"))


def fold(text: str) -> str:
    """Lower case, no accents, vowel points or direction marks, no final letters, one space between words."""
    plain = _silent.sub("", unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold()))
    for final, common in FINALS:
        plain = plain.replace(final, common)
    return _gaps.sub(" ", plain).strip()


def sounds(word: str) -> frozenset[str]:
    """The consonants of one name, the same in both alphabets: "דליה" and "Dalia" both give "dl".

    Where a letter may be heard in two ways (ו, ch) there are two keys. Rough keys for finding, never for
    deciding: who shares one is a candidate, not a match.
    """
    folded = fold(word)
    for pair, one in DIGRAPHS:
        folded = folded.replace(pair, one)
    heard = {folded.replace("ו", ""), folded[:1].replace("ו", "v") + folded[1:].replace("ו", "v")}
    heard = {
        way.replace(soft, sound)
        for way in heard
        for soft, sound in (("ch", "k"), ("ch", ""), ("kh", "k"), ("kh", ""))
    }
    return frozenset(key for way in heard if (key := _consonants(way)))


def _consonants(heard: str) -> str:
    """One letter for each sound, silent letters and doublings left out; b, v, p and f are one."""
    bare = heard.replace("v", "b").translate(SILENT).translate(SOUNDS)
    return re.sub(r"(.)\1+", r"\1", bare)


def digits(phone: str) -> str:
    """A phone's digits as they compare: without country code 972 or leading zeros; "+972 54-123" is "54123"."""
    bare = re.sub(r"\D", "", phone)
    return bare.removeprefix("00").removeprefix("972").lstrip("0") or bare
