"""The nouns of calm."""

from kashuv.rooms.calm.models.hold import Hold
from kashuv.rooms.calm.models.opinion import Opinion
from kashuv.rooms.calm.models.weighing import Weighing

__all__ = ["Hold", "Opinion", "Weighing"]
