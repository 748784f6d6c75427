"""The nouns of the post."""

from kashuv.rooms.post.models.copy import Copy
from kashuv.rooms.post.models.dispatch import Dispatch
from kashuv.rooms.post.models.folder import Folder
from kashuv.rooms.post.models.gateway import Gateway
from kashuv.rooms.post.models.letter import Letter
from kashuv.rooms.post.models.mailbox import Mailbox
from kashuv.rooms.post.models.parcel import Parcel
from kashuv.rooms.post.models.refusal import Refusal
from kashuv.rooms.post.models.shipment import Shipment

__all__ = [
    "Copy", "Dispatch", "Folder", "Gateway", "Letter", "Mailbox", "Parcel", "Refusal", "Shipment",
]  # fmt: skip
