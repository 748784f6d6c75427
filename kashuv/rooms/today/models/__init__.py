"""The nouns of today."""

from kashuv.rooms.today.models.mark import Mark

__all__ = ["Mark"]
