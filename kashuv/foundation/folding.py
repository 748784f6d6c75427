"""Text made comparable: what two spellings of one name have in common, in Hebrew and in Latin letters."""

from __future__ import annotations

import re
import unicodedata

FINALS = str.maketrans("ךםןףץ", "כמנפצ")
APOSTROPHES = str.maketrans("", "", "'’׳`\"״”“")
_marks = re.compile(r"[\u0591-\u05bd\u05bf-\u05c7\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_gaps = re.compile(r"[\W_]+")

SOUNDS = {
    "א": "", "ב": "b", "ג": "g", "ד": "d", "ה": "", "ו": "v", "ז": "z", "ח": "h", "ט": "t", "י": "", "כ": "k",
    "ל": "l", "מ": "m", "נ": "n", "ס": "s", "ע": "", "פ": "p", "צ": "z", "ק": "k", "ר": "r", "ש": "s", "ת": "t",
}  # fmt: skip
PAIRS = (("sh", "s"), ("ch", "h"), ("kh", "h"), ("tz", "z"), ("ts", "z"), ("ph", "p"), ("th", "t"), ("ck", "k"))
ALIKE = str.maketrans("cqfwjx", "kkpvgk")


def fold(text: str) -> str:
    """Lower case, no accents, vowel points or direction marks, no final letters, one space between words."""
    text = _marks.sub("", unicodedata.normalize("NFKC", text)).translate(APOSTROPHES).casefold()
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return _gaps.sub(" ", plain.translate(FINALS)).strip()


def sound(word: str) -> str:
    """The consonants of one name, the same for both alphabets: "דליה" and "Dalia" both give "dl".

    A rough key for finding, never for deciding: who shares it is a candidate, not a match.
    """
    folded = fold(word)
    if not folded.isascii():
        folded = "".join(SOUNDS.get(c, c) for c in folded)
    for pair, one in PAIRS:
        folded = folded.replace(pair, one)
    bare = re.sub("[aeiouyh]", "", folded[:1].replace("h", "H") + folded[1:]).translate(ALIKE).replace("H", "h")
    bare = bare.replace("b", "v").replace("p", "v")
    return re.sub(r"(.)\1+", r"\1", bare)


def digits(phone: str) -> str:
    """A phone's digits as they compare: without country code 972 or leading zeros; "+972 54-123" is "54123"."""
    bare = re.sub(r"\D", "", phone)
    return bare.removeprefix("00").removeprefix("972").lstrip("0") or bare
