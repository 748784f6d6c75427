"""Keys for rows that come home: in each workspace others, but always the same, and in the same order as before."""

from __future__ import annotations

import re
import uuid
from hashlib import blake2b
from typing import Any

TAIL = (1 << 62) - 1  # the part of a key that is chance; what stands before it is the moment of its making
_key = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])"
)


class Keys:
    """What each key of the archive is called here."""

    def __init__(self, workspace_id: uuid.UUID) -> None:
        self._home = workspace_id
        self._here: dict[uuid.UUID, uuid.UUID] = {}

    def new(self, old: uuid.UUID) -> uuid.UUID:
        """The name of a row here; from now on `here` knows it."""
        return self._here.setdefault(old, self._derived(old))

    def same(self, old: uuid.UUID, known: uuid.UUID) -> None:
        """A row of the archive that stands here already, under this name."""
        self._here[old] = known

    def here(self, old: uuid.UUID | None) -> uuid.UUID | None:
        """The name of a row that came or was known; None if there is none."""
        return self._here.get(old) if old else None

    def within(self, value: Any) -> Any:
        """A plain value with all keys in it as they are called here."""
        if isinstance(value, dict):
            return {name: self.within(one) for name, one in value.items()}
        if isinstance(value, list):
            return [self.within(one) for one in value]
        return self.in_words(value) if isinstance(value, str) else value

    def in_words(self, words: str) -> str:
        """The same of words that hold a key ("promise:<key>")."""
        return _key.sub(self._renamed, words)

    def _renamed(self, found: re.Match[str]) -> str:
        written = found.group()
        name = self._here.get(uuid.UUID(written))
        return written if name is None else str(name) if "-" in written else name.hex

    def _derived(self, old: uuid.UUID) -> uuid.UUID:
        chance = (
            int.from_bytes(blake2b(old.bytes, key=self._home.bytes, digest_size=8).digest(), "big") & TAIL
        )
        return uuid.UUID(int=old.int & ~TAIL | chance)
