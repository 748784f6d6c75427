"""Recognising: whether a letter on a server is one that we have, without fetching more of it than its beginning.

The same Message-ID, the same number of bytes, and the same first bytes, the receiving server's own lines among them:
that is one delivery, whatever folder it was moved to and however the server counts it now.
"""

from __future__ import annotations

import re
import uuid
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kashuv.foundation.portions import portions
from kashuv.rooms.post.models import Letter

_mark = re.compile(rb"^message-id:[ \t]*(?:\r?\n[ \t]+)?<([^<>\s]{3,490})>", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Kept:
    """A letter of ours, with its bytes as they are packed."""

    key: uuid.UUID
    size: int
    packed: bytes

    def begins_with(self, beginning: bytes) -> bool:
        return zlib.decompressobj().decompress(self.packed, len(beginning)) == beginning


def known(
    workspace_id: uuid.UUID, beginnings: Mapping[int, bytes], sizes: Mapping[int, int]
) -> dict[int, uuid.UUID]:
    """The letter of each UID whose letter is here."""
    marks = {uid: _mark_of(beginning) for uid, beginning in beginnings.items()}
    kept = _kept(workspace_id, filter(None, marks.values()))
    found = {}
    for uid, beginning in beginnings.items():
        for letter in kept[marks[uid]]:
            if letter.size == sizes[uid] and letter.begins_with(beginning):
                found[uid] = letter.key
    return found


def _mark_of(beginning: bytes) -> str:
    found = _mark.search(beginning)
    return found[1].decode("utf-8", "replace") if found else ""


def _kept(workspace_id: uuid.UUID, marks: Iterable[str]) -> dict[str, list[Kept]]:
    kept: dict[str, list[Kept]] = defaultdict(list)
    for some in portions(marks):
        rows = Letter.objects.within(workspace_id).filter(message_id__in=some)
        for mark, key, size, packed in rows.values_list("message_id", "id", "parcel__size", "parcel__packed"):
            kept[mark].append(Kept(key, size, bytes(packed)))
    return kept
