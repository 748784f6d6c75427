"""The sentence to quote: the one that asks, short enough to be read at a glance."""

from __future__ import annotations

import re

LONGEST = 160
_breaks = re.compile(r"(?<=[.!?])\s+|\n+")
_greeting = re.compile(
    r"^(?:hi|hello|hey|dear|good (?:morning|evening|afternoon)|שלום|היי|הי|בוקר טוב|ערב טוב|צהריים טובים)\b"
)


def asking(text: str) -> str:
    """The first sentence with a question mark, else the first that is no mere greeting."""
    sentences = [sentence.strip() for sentence in _breaks.split(text) if sentence.strip()]
    asked = [sentence for sentence in sentences if "?" in sentence]
    said = [sentence for sentence in sentences if not _is_greeting(sentence)]
    return shortened((asked or said or sentences or [""])[0])


def _is_greeting(sentence: str) -> bool:
    return len(sentence.split()) <= 4 and _greeting.match(sentence.casefold()) is not None


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
    head = re.split(r"\d", words, maxsplit=1)[0]
    return re.sub(r"(?:[\s:,.;(–-]|(?<=\s)(?:is|on|the|at|ב|הוא|חל|ב־|ב-))+$", "", head) or words
