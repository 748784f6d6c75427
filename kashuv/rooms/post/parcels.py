"""Parcels: keeps bytes once, and opens them again."""

from __future__ import annotations

import uuid
import zlib
from collections.abc import Iterable, Mapping

from kashuv.foundation.portions import portions
from kashuv.rooms.post.models import Parcel
from kashuv.rooms.post.rules.identity import of_bytes

LEVEL = 1  # most of the gain of packing a mail for a quarter of the time
CHUNK = 200
Packed = Mapping[bytes, tuple[int, bytes]]
"""Size and packed form of each, by digest."""


def pack(contents: Iterable[bytes]) -> dict[bytes, tuple[int, bytes]]:
    """Size and packed form of each, by digest; pure work, best done before a transaction begins."""
    return {of_bytes(raw): (len(raw), zlib.compress(raw, LEVEL)) for raw in contents}


def keep(workspace_id: uuid.UUID, contents: Iterable[bytes]) -> dict[bytes, Parcel]:
    """A parcel for each, by digest; bytes that are kept already are not kept again."""
    return keep_packed(workspace_id, pack(contents))


def keep_packed(workspace_id: uuid.UUID, packed: Packed) -> dict[bytes, Parcel]:
    """As `keep`, of what `pack` gave."""
    kept = _known(workspace_id, list(packed))
    new = [
        Parcel(workspace_id=workspace_id, digest=digest, size=size, packed=body)
        for digest, (size, body) in packed.items()
        if digest not in kept
    ]
    Parcel.objects.bulk_create(new, batch_size=CHUNK)
    return kept | {bytes(parcel.digest): parcel for parcel in new}


def _known(workspace_id: uuid.UUID, digests: list[bytes]) -> dict[bytes, Parcel]:
    known: dict[bytes, Parcel] = {}
    for some in portions(digests):
        rows = Parcel.objects.within(workspace_id).filter(digest__in=some).defer("packed")
        known |= {bytes(parcel.digest): parcel for parcel in rows}
    return known


def open(parcel: Parcel) -> bytes:
    """The bytes as they came."""
    return zlib.decompress(parcel.packed)
