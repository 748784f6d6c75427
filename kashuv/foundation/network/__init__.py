"""The network outside: where it may be reached, and the only way by which it is.

Whoever names a server (a member, or the domain of an address) must not make this machine speak with itself or with
the machines beside it, which trust it.
"""

from kashuv.foundation.network.lasting import Lasting
from kashuv.foundation.network.reaching import Private, addresses_of, reach

__all__ = ["Lasting", "Private", "addresses_of", "reach"]
