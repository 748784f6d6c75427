"""The nouns of care."""

from kashuv.rooms.care.models.pulse import Pulse
from kashuv.rooms.care.models.sign import Sign

__all__ = ["Pulse", "Sign"]
