"""The people in a From or To line, however the line is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kashuv.language.mime.encoded import decoded
from kashuv.language.mime.letter import Mailbox

_SIMPLE = re.compile(r'(?:"([^"\\]*)"|([^"<>,;:()@\\]*))\s*<([^<>\s,;"]+@[^<>\s,;"]+)>')
_BARE = re.compile(r"[^\s\"<>,;:()@]+@[^\s\"<>,;:()@]+")
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"?|<([^<>]*)>|([,;:()])|([^\s",;:<>()]+)|\s+|.', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_BLANKS = re.compile(r"\s+")


def people(text: str) -> tuple[Mailbox, ...]:
    """Everybody with an address, in the order of the line; group names and local nicknames left out."""
    text = text.strip()
    if not text:
        return ()
    if simple := _SIMPLE.fullmatch(text):
        return (_mailbox(simple.group(1) or simple.group(2) or "", simple.group(3)),)
    if _BARE.fullmatch(text):
        return (_mailbox("", text),)
    return tuple(_Line().read(text)) or _inside_encoded_word(text)


def _inside_encoded_word(text: str) -> tuple[Mailbox, ...]:
    """Some senders encode name and address together."""
    clear = decoded(text)
    return tuple(_Line().read(clear)) if "=?" in text and clear != text else ()


def _mailbox(name: str, address: str) -> Mailbox:
    address = _BLANKS.sub("", address).removeprefix("mailto:").strip("'").lower()
    if address.startswith("@") and ":" in address:
        address = address.rpartition(":")[2]
    name = _BLANKS.sub(" ", decoded(name)).strip(" '\"")
    return Mailbox("" if name.lower() == address else name, address)


@dataclass(slots=True)
class _Line:
    """One line of people while it is read, token by token."""

    phrase: list[str] = field(default_factory=list)
    comment: list[str] = field(default_factory=list)
    address: str = ""
    depth: int = 0
    after_quote: bool = False
    found: list[Mailbox] = field(default_factory=list)

    def read(self, text: str) -> list[Mailbox]:
        for token in _TOKEN.finditer(text):
            quoted, angle, mark, word = token.groups()
            if mark is not None:
                self._mark(mark)
            elif self.depth:
                self.comment.append(token.group())
            elif quoted is not None:
                self.phrase.append(_ESCAPED.sub(r"\1", quoted))
            elif angle is not None:
                self.address = self.address if "@" in self.address else angle
            elif word is not None:
                self._word(word)
            self.after_quote = quoted is not None
        self._end(";")
        return self.found

    def _mark(self, mark: str) -> None:
        if mark in "()":
            self.depth = self.depth + 1 if mark == "(" else max(0, self.depth - 1)
        elif self.depth:
            self.comment.append(mark)
        elif mark == ":":
            self.phrase.clear()
        else:
            self._end(mark)

    def _word(self, word: str) -> None:
        if word.startswith("@") and self.after_quote and not self.address:
            self.address = f'"{self.phrase.pop()}"{word}'
        elif "@" in word.strip("@") and not word.startswith("=?"):
            self.address = self.address or word
        else:
            self.phrase.append(word)

    def _end(self, mark: str) -> None:
        """A person ends; a name without an address is the first half of "Cohen, Dana <...>"."""
        if "@" in self.address:
            self.found.append(_mailbox(" ".join(self.phrase) or "".join(self.comment), self.address))
        elif mark == "," and self.phrase and not self.address:
            self.phrase[-1] += ","
            return
        self.phrase.clear()
        self.comment.clear()
        self.address = ""
