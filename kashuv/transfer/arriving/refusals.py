"""Writes down what could not be taken: where it stood, why, and its bytes where they are at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from kashuv.rooms.post import parcels
from kashuv.rooms.post.models import Refusal, Shipment


@dataclass(frozen=True, slots=True)
class Refused:
    """One thing that was not taken."""

    where: str
    reason: str
    raw: bytes

    @property
    def digest(self) -> bytes:
        """Of the bytes and their place: the same bytes in two places are two refusals."""
        return sha256(self.where.encode("utf-8", "replace") + b"\0" + self.raw).digest()


def write(shipment: Shipment, refused: Sequence[Refused]) -> None:
    """A row for each, and a parcel for what has bytes."""
    kept = parcels.keep(shipment.workspace_id, [one.raw for one in refused if one.raw])
    rows = {one.digest: one for one in refused}
    Refusal.objects.bulk_create(
        [
            Refusal(
                workspace_id=shipment.workspace_id,
                shipment=shipment,
                source=_printable(one.where),
                reason=_printable(one.reason),
                parcel=kept.get(sha256(one.raw).digest()),
                digest=digest,
            )
            for digest, one in rows.items()
        ],
        batch_size=200,
    )


def _printable(text: str) -> str:
    """File names may be any bytes; a database takes only characters."""
    return text.encode("utf-8", "replace").decode().replace("\0", "?")[:500]
