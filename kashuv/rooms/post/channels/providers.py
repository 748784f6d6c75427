"""Providers: who carries short messages, by the name that a gateway keeps."""

from __future__ import annotations

from collections.abc import Mapping

from kashuv.rooms.post.channels.phones import Provider
from kashuv.rooms.post.channels.twilio import Twilio
from kashuv.rooms.post.channels.vonage import Vonage
from kashuv.rooms.post.channels.whatsapp import Cloud

PROVIDERS: Mapping[str, Provider] = {"twilio": Twilio(), "vonage": Vonage(), "cloud": Cloud()}
OF_CHANNEL: Mapping[str, tuple[str, ...]] = {"sms": ("twilio", "vonage"), "whatsapp": ("cloud",)}
