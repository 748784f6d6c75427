"""The sentence to quote: the one that asks, short enough to be read at a glance."""

from __future__ import annotations

import re

from kashuv.foundation.folding import sounds

LONGEST = 160
_breaks = re.compile(r"(?<=[.!?])\s+|\n+")
_greeting = re.compile(
    r"^(?:hi|hello|hey|dear|good (?:morning|evening|afternoon)|שלום|היי|הי|בוקר טוב|ערב טוב|צהריים טובים)\b"
    r"(?:\s+[^\s,.!?:]+){0,3}\s*(?:[,!.:]+|$)\s*",
    re.IGNORECASE,
)
_named = re.compile(r"([^\W\d_]{2,20})(?:\s+[^\W\d_]{2,20})?\s*[,!:–-]+\s*(\S.*)", re.DOTALL)
MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|ב?(?:ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)"
)
_day_named = re.compile(rf"\d|\b(?:{MONTHS})\b", re.IGNORECASE)


def asking(text: str) -> str:
    """The first sentence with a question mark, else the first that is no mere greeting."""
    sentences = [sentence.strip() for sentence in _breaks.split(text) if sentence.strip()]
    asked = [sentence for sentence in sentences if "?" in sentence]
    said = [sentence for sentence in sentences if without_greeting(sentence)]
    return without_greeting(shortened((asked or said or sentences or [""])[0]))


def without_greeting(sentence: str) -> str:
    """The sentence without the "שלום נועה," before it; empty if it is nothing else."""
    return _greeting.sub("", sentence, count=1)


def without_name(sentence: str, name: str) -> str:
    """Our sentence without the name of the one who is spoken to before it: he has just been called by it."""
    bare = without_greeting(sentence) or sentence
    opening = _named.match(bare)
    called_again = opening is not None and name and sounds(opening[1]) & sounds(name)
    return opening[2] if opening is not None and called_again else bare


def shortened(text: str, longest: int = LONGEST) -> str:
    """The text on one line, cut between two words where it is too long."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def without_reply_marks(subject: str) -> str:
    """A subject as the matter is called: without "Re:", "Fwd:", "השב:", "הועבר:"."""
    return re.sub(r"^(?:\s*(?:re|fwd?|השב|הועבר|תשובה)\s*:)+\s*", "", subject, flags=re.IGNORECASE).strip()


def quoted(text: str, opening: str, closing: str) -> str:
    """Somebody's words between quotation marks, as the end of a sentence: one full stop at most."""
    line = shortened(text).rstrip(".")
    return f"{opening}{line}{closing}" + ("" if line.endswith(("?", "!", "…")) else ".")


def occasion(words: str) -> str:
    """A remembered sentence without the date that it names: "יום הולדת של מיה: 23 בנובמבר" is "יום הולדת של מיה"."""
    head = _day_named.split(words, maxsplit=1)[0]
    return re.sub(r"(?:[\s:,.;(–-]|(?<=\s)(?:is|on|the|at|ב|הוא|חל|ב־|ב-))+$", "", head) or words
