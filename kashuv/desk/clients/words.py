"""The words in which the client pages name what the rooms know by a code."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

FRAMES = {
    "natural": pgettext_lazy("frame", "Natural"),
    "quiet": pgettext_lazy("frame", "Quiet"),
    "pressed": pgettext_lazy("frame", "Pressed"),
    "dispute": pgettext_lazy("frame", "In dispute"),
    "draining": pgettext_lazy("frame", "Takes a lot of strength"),
    "danger": pgettext_lazy("frame", "In danger"),
}
FORMS = {
    "unknown": _("Not known"),
    "him": pgettext_lazy("form of address", "Him"),
    "her": pgettext_lazy("form of address", "Her"),
    "them": pgettext_lazy("form of address", "Them"),
}
MANNERS = {
    "channel": _("Channel"),
    "hours": _("Hours"),
    "rhythm": _("Rhythm"),
    "tone": _("Tone"),
    "avoid": _("To avoid"),
    "other": _("Anything else"),
}
CHANNELS = {
    "mail": _("mail"),
    "call": _("call"),
    "meeting": _("meeting"),
    "sms": _("SMS"),
    "whatsapp": _("WhatsApp"),
    "memo": _("memo"),
}
STANDINGS = {
    "current": _("Current clients"),
    "proposed": _("Proposed"),
    "parted": _("Parted"),
    "declined": _("Declined"),
}
VERBS = {
    "client.admitted": _("Taken in"),
    "client.confirmed": _("Confirmed as a client"),
    "client.updated": _("The file was changed"),
    "person.introduced": _("A person was added"),
    "person.described": _("A person's file was changed"),
    "detail.remembered": _("A fact was written down"),
    "detail.forgotten": _("A fact was taken out"),
    "manner.stated": _("A wish was written down"),
    "manner.forgotten": _("A wish was taken out"),
    "keydate.noted": _("A day was written down"),
    "keydate.forgotten": _("A day was taken out"),
    "promise.noted": _("A promise was written down"),
    "promise.accepted": _("A promise was taken into the ledger"),
    "promise.kept": _("A promise was kept"),
    "promise.moved": _("A promise was moved"),
    "promise.released": _("A promise was released"),
}
