"""The list of gateways as named parts."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise as Words
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kashuv.flows.hearing import UNSIGNED
from kashuv.rooms.post.channels.providers import OF_CHANNEL, PROVIDERS
from kashuv.rooms.post.models import Gateway
from kashuv.rooms.post.phoning import UNSEALABLE
from kashuv.rooms.team.models import Member

CHANNELS: dict[str, str | Words] = {"sms": _("SMS"), "whatsapp": _("WhatsApp")}
TROUBLES: dict[str, str | Words] = {
    UNSIGNED: _("Messages come without the provider's signature. Is the secret the right one?"),
    UNSEALABLE: _("Its keys can't be opened with this installation's own key; close it and open it anew."),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One gateway in words."""

    gateway: Gateway

    @property
    def channel(self) -> str | Words:
        return CHANNELS[self.gateway.channel]

    @property
    def provider(self) -> str:
        return PROVIDERS[self.gateway.provider].name

    @property
    def trouble(self) -> str | Words:
        said = self.gateway.trouble
        return TROUBLES.get(said) or (gettext("It said: %(said)s") % {"said": said} if said else "")


@dataclass(frozen=True, slots=True)
class Offer:
    """A provider that one could be opened at."""

    key: str
    name: str
    channel: str | Words


@dataclass(frozen=True, slots=True)
class GatewaysPage:
    """`offers` are all whom we can speak with."""

    open: tuple[Line, ...]
    closed: tuple[Line, ...]
    offers: tuple[Offer, ...]


def gateways_page(member: Member) -> GatewaysPage:
    """One question to the database."""
    rows = Gateway.objects.within(member.workspace_id).order_by("channel", "made_at", "id")
    lines = [Line(gateway) for gateway in rows]
    return GatewaysPage(
        open=tuple(line for line in lines if line.gateway.active),
        closed=tuple(line for line in lines if not line.gateway.active),
        offers=tuple(
            Offer(key, PROVIDERS[key].name, CHANNELS[channel])
            for channel, keys in OF_CHANNEL.items()
            for key in keys
        ),
    )


def channel_of(provider: str) -> str | None:
    """What a provider carries; None if there is none of that name."""
    return next((channel for channel, keys in OF_CHANNEL.items() if provider in keys), None)
