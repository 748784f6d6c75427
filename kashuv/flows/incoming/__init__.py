"""The road of what comes in: is it new, who is it, where does it belong, what does it mean.

One transaction for a batch; a batch that is told twice changes nothing the second time. Newsletters, programs and
bounces are kept and threaded, but their entries have no client: nothing that a machine sent counts as contact.
"""

from kashuv.flows.incoming.road import pack, take_in

__all__ = ["pack", "take_in"]
