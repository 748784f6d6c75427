"""Hebrew that was stored as it stood on the screen, from left to right, turned to the order of reading."""

from __future__ import annotations

import re

_FINAL_AT_END = re.compile("[\u05d0-\u05ea][\u05da\u05dd\u05df\u05e3\u05e5](?![\u05d0-\u05ea\"'])")
_FINAL_AT_START = re.compile("(?<![\u05d0-\u05ea\"'])[\u05da\u05dd\u05df\u05e3\u05e5][\u05d0-\u05ea]")
_FORWARD = re.compile(
    r"[A-Za-z0-9](?:[A-Za-z0-9@._:/%+&?=#,$'-]*[A-Za-z0-9%])?(?: +[A-Za-z][A-Za-z0-9@._:/%+&?=#'-]*)*"
)
_MIRROR = str.maketrans("()[]{}<>", ")(][}{><")
_HEBREW = re.compile("[\u05d0-\u05ea]")


def is_visual(text: str) -> bool:
    """Final letters stand at the end of words in the order of reading, at their start in visual order."""
    return len(_FINAL_AT_START.findall(text)) > len(_FINAL_AT_END.findall(text))


def turned(text: str) -> str:
    """Each line with Hebrew turned around, its numbers and Latin words kept as they are."""
    return "\n".join(_turn_line(line) if _HEBREW.search(line) else line for line in text.split("\n"))


def _turn_line(line: str) -> str:
    ending = "\r" if line.endswith("\r") else ""
    backward = line.removesuffix("\r").strip(" ")[::-1].translate(_MIRROR)
    return _FORWARD.sub(lambda run: run.group()[::-1], backward) + ending
