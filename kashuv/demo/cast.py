"""Who plays: the firm, its three people, and the clients with their people, as the language packs name them."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal

Gender = Literal["him", "her"]


@dataclass(frozen=True, slots=True)
class Colleague:
    """One of us."""

    key: str
    name: str
    email: str
    role: str
    gender: Gender

    @property
    def first(self) -> str:
        return self.name.split()[0]


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody at a client."""

    name: str
    gender: Gender
    mail: str
    phone: str
    role: str = ""

    @property
    def first(self) -> str:
        return self.name.split()[0]


@dataclass(frozen=True, slots=True)
class Character:
    """A client: `story` names the function that tells the year with him, `topics` what one talks about.

    `topics` are noun phrases that stand well behind "about"; days ahead are counted from the day of filling.
    """

    name: str
    story: str
    owner: str
    people: tuple[Contact, ...]
    topics: tuple[str, ...]
    frame: str = "natural"
    years: int = 2
    cadence: int | None = None
    exclusive: bool = False
    birthday_in: int | None = None
    contract_ends_in: int | None = None
    services: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    manners: tuple[tuple[str, str], ...] = ()


def client(
    name: str, story: str, owner: str, who: Contact, topics: tuple[str, ...], *others: Contact, **more: Any
) -> Character:
    """A row of a pack's table of clients."""
    return Character(name, story, owner, (who, *others), topics, **more)


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation to be played: its subject and its lines, each marked whether the client ("in") or we speak."""

    subject: str
    lines: tuple[tuple[Literal["in", "out"], str], ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything that is written in one language."""

    language: str
    firm: str
    colleagues: tuple[Colleague, ...]
    clients: tuple[Character, ...]
    talks: ModuleType
    noise: ModuleType
    wording: ModuleType

    def colleague(self, key: str) -> Colleague:
        return next(one for one in self.colleagues if one.key == key)


def talks(text: str) -> tuple[Talk, ...]:
    """Reads talks as they are written in the packs: a subject, then lines with > (the client) or < (we); a line
    without a mark goes on with the one before, and an empty line ends the talk."""
    return tuple(_talk(block.strip().splitlines()) for block in text.strip().split("\n\n"))


def _talk(rows: list[str]) -> Talk:
    lines: list[tuple[Literal["in", "out"], str]] = []
    for row in rows[1:]:
        if row[0] in "<>":
            lines.append(("out" if row[0] == "<" else "in", row[1:].strip()))
        else:
            side, said = lines[-1]
            lines[-1] = (side, f"{said}\n{row.strip()}")
    return Talk(rows[0].strip(), tuple(lines))
