"""The outbox in words, of messages to phones: why one did not go, by the step at which it ended."""

from __future__ import annotations

from django.utils.functional import Promise as Words
from django.utils.translation import gettext_lazy as _

from kashuv.rooms.post.models import Dispatch
from kashuv.rooms.post.rules.answers import COMING_BACK

STEPS: dict[str, str | Words] = {
    "gateway": _("Choosing the gateway"),
    "key": _("Showing the provider our keys"),
    "money": _("The account at the provider"),
    "number": _("The number"),
    "stopped_us": _("Whether they want to hear from us"),
    "too_long": _("The length"),
    "window": _("WhatsApp's window"),
    "template": _("The template"),
}
REASONS: dict[str, str | Words] = {
    "gateway": _("The gateway that it should leave by is closed."),
    "key": _("The provider did not take our keys; look at the gateway in the settings."),
    "money": _("The account at the provider is used up or blocked; look there."),
    "sender": _("The provider does not let our number send this."),
    "number": _("No message can be sent to this number; perhaps it is mistyped, or no mobile."),
    "stopped_us": _("They asked the provider to let none of our messages through."),
    "too_long": _("It is longer than the provider takes."),
    "window": _(
        "A day had passed since their last message, and WhatsApp lets nothing through then but a template."
    ),
    "template": _("WhatsApp did not take the template; look at its name and language in the settings."),
    "connect": _("The provider could not be reached."),
    "tls": _("No safe connection to the provider came about."),
    "stopped": _("Kashuv was stopped in the middle of sending."),
}
LOST = _("The network reports that it did not arrive.")
SILENT = _("The provider did not say what became of it.")
REFUSED = _("The provider refused it.")


def why(dispatch: Dispatch) -> str | Words:
    """In plain words."""
    if dispatch.bounced:
        return LOST
    steps = [one["step"] for one in dispatch.evidence if one["step"] not in COMING_BACK]
    last = steps[-1] if steps else ""
    if last in REASONS:
        return REASONS[last]
    return SILENT if dispatch.state == Dispatch.State.UNKNOWN else REFUSED
