"""What can be done from the find field: deeds and places, found by any word by which one might ask for them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise as Words
from django.utils.translation import gettext_lazy as _

from kashuv.foundation.folding import fold
from kashuv.rooms.team.models import Member


@dataclass(frozen=True, slots=True)
class Doing:
    """A deed with its page, and the part of it that is meant; `key` is the one key that does the same, `also` other
    words for it. One that `begins` something is pressed, not looked at; one that is `asked_for` stands in no list of
    everything."""

    name: str | Words
    page: str
    key: str = ""
    also: str | Words = ""
    on_top: bool = False
    part: str = ""
    begins: bool = False
    leads: bool = False
    asked_for: bool = False

    @property
    def address(self) -> str:
        return reverse(self.page) + (f"#{self.part}" if self.part else "")


DOINGS = (
    Doing(
        _("Capture a call, a meeting, a word"), "capture", "c", _("note phone wrote said add"), on_top=True
    ),
    Doing(_("Write a promise down"), "promise-new", "", _("word ledger until new add"), on_top=True),
    Doing(_("New draft"), "draft-beginning", "", _("write letter mail message compose new"), begins=True),
    Doing(_("Today: who needs me"), "today", "g t", _("plan morning home")),
    Doing(_("All clients"), "clients", "g c", _("people contacts customers list")),
    Doing(_("A new client"), "client-new", "", _("add customer create"), on_top=True),
    Doing(
        _("Proposed clients: who is one, who is not"),
        "introductions",
        "",
        _("introductions confirm merge new"),
        asked_for=True,
    ),
    Doing(_("What falls due"), "promises", "g p", _("promises late ledger owe")),
    Doing(_("Close the day"), "closing", "", _("evening end finish left keep move")),
    Doing(_("Drafts"), "drafts", "g d", _("letters written waiting held opinion unsent")),
    Doing(
        _("Outbox: what was sent, and what did not arrive"), "outbox", "", _("send mail failed bounce sent")
    ),
    Doing(
        _("Templates: letters that are written often"),
        "templates",
        "",
        _("template text snippet boilerplate"),
        asked_for=True,
    ),
    Doing(
        _("Bring in mail, contacts, calendars, chats"),
        "bringing",
        "g b",
        _("import mbox archive upload file export csv vcf ics whatsapp"),
    ),
    Doing(
        _("Mailboxes: connect one, see how each is"),
        "mailboxes",
        "",
        _("mailbox imap smtp gmail outlook account sync"),
    ),
    Doing(
        _("Gateways: who carries SMS and WhatsApp"),
        "gateways",
        "",
        _("gateway twilio vonage text messages phone"),
        leads=True,
        asked_for=True,
    ),
    Doing(_("Settings"), "settings", "g s", _("preferences options")),
    Doing(
        _("Settings: me, my language"),
        "settings",
        "",
        _("name profile hebrew english mail"),
        part="me",
        asked_for=True,
    ),
    Doing(
        _("Settings: quiet hours"),
        "settings",
        "",
        _("night evening silence rest"),
        part="quiet",
        asked_for=True,
    ),
    Doing(
        _("Settings: a link for my own calendar"),
        "settings",
        "",
        _("ics feed phone subscribe"),
        part="calendar",
        asked_for=True,
    ),
    Doing(
        _("Settings: the firm"),
        "settings",
        "",
        _("workspace members team company time zone working hours day"),
        part="firm",
        leads=True,
        asked_for=True,
    ),
    Doing(
        _("Signing in: passkeys, authenticator app"),
        "mfa_index",
        "",
        _("passkey totp security two factor codes"),
        asked_for=True,
    ),
    Doing(_("A new password"), "account_change_password", "", _("change password sign in"), asked_for=True),
    Doing(_("Accessibility statement"), "accessibility", "", _("keyboard reader contrast"), asked_for=True),
    Doing(_("Sign out"), "account_logout", "", _("leave exit log out")),
)


def doings(text: str, member: Member) -> list[Doing]:
    """Those of hers whose name or other words, in either tongue, hold every word of the text; what is done most for
    an empty one."""
    words = fold(text).split()
    hers = [one for one in DOINGS if (member.leads or not one.leads) and (words or not one.asked_for)]
    return [one for one in hers if all(word in _known_as(one) for word in words)]


def _known_as(one: Doing) -> str:
    spoken = []
    for tongue in ("he", "en"):
        with translation.override(tongue):
            spoken.append(f"{one.name} {one.also}")
    return fold(" ".join(spoken))
