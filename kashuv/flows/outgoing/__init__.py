"""The road of what goes out: released from a draft, recalled while it waits, sent once, told on the timeline.

`release` is the only way by which anything leaves the house. Nothing is sent before the undo window has passed; what the
servers made of it stands on the dispatch; what was said when it went stands where everything that was said stands.
"""

from kashuv.flows.outgoing.making import Unsendable
from kashuv.flows.outgoing.moments import better_moment
from kashuv.flows.outgoing.recalling import call_back, let_go, recall, send_again
from kashuv.flows.outgoing.releasing import UNDO, release
from kashuv.flows.outgoing.settling import settle
from kashuv.flows.outgoing.telling import tell, untell
from kashuv.flows.outgoing.windows import free_until

__all__ = [
    "UNDO",
    "Unsendable",
    "better_moment",
    "call_back",
    "free_until",
    "let_go",
    "recall",
    "release",
    "send_again",
    "settle",
    "tell",
    "untell",
]
