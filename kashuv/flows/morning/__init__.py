"""The morning letter: the plan of the day, sent to the member herself if she wished for it, once a working morning."""

from kashuv.flows.morning.composing import Letter, compose
from kashuv.flows.morning.sending import send_morning, send_mornings

__all__ = ["Letter", "compose", "send_morning", "send_mornings"]
