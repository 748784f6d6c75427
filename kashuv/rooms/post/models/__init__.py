"""The nouns of the post."""

from kashuv.rooms.post.models.letter import Letter
from kashuv.rooms.post.models.parcel import Parcel
from kashuv.rooms.post.models.refusal import Refusal
from kashuv.rooms.post.models.shipment import Shipment

__all__ = ["Letter", "Parcel", "Refusal", "Shipment"]
