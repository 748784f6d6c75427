"""The nouns of the clients."""

from kashuv.rooms.clients.models.address import Address
from kashuv.rooms.clients.models.client import Client
from kashuv.rooms.clients.models.consent import Consent
from kashuv.rooms.clients.models.detail import Detail
from kashuv.rooms.clients.models.hint import Hint
from kashuv.rooms.clients.models.keydate import KeyDate
from kashuv.rooms.clients.models.manner import Manner
from kashuv.rooms.clients.models.merging import Merging
from kashuv.rooms.clients.models.person import Person

__all__ = ["Address", "Client", "Consent", "Detail", "Hint", "KeyDate", "Manner", "Merging", "Person"]
