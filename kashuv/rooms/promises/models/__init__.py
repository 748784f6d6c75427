"""The nouns of promises."""

from kashuv.rooms.promises.models.move import Move
from kashuv.rooms.promises.models.promise import Promise

__all__ = ["Move", "Promise"]
