"""What can be done from the find field: deeds and places, found by any word by which one might ask for them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise as Words
from django.utils.translation import gettext_lazy as _

from kashuv.foundation.folding import fold


@dataclass(frozen=True, slots=True)
class Doing:
    """A deed with its page; `key` is the one key that does the same, `also` other words for it."""

    name: str | Words
    page: str
    key: str = ""
    also: str | Words = ""
    on_top: bool = False

    @property
    def address(self) -> str:
        return reverse(self.page)


DOINGS = (
    Doing(_("Capture a call, a meeting, a word"), "capture", "c", _("note phone wrote said"), on_top=True),
    Doing(_("Write a promise down"), "promise-new", "", _("word ledger until"), on_top=True),
    Doing(_("Today: who needs me"), "today", "g t", _("plan morning")),
    Doing(_("All clients"), "clients", "g c", _("people contacts customers")),
    Doing(_("What falls due"), "promises", "g p", _("promises late")),
    Doing(_("Outbox: what was sent, and what did not arrive"), "outbox", "", _("send mail failed bounce")),
    Doing(
        _("Bring in mail, contacts, calendars, chats"),
        "bringing",
        "g b",
        _("import mbox archive upload file"),
    ),
    Doing(
        _("Mailboxes: connect one, see how each is"),
        "mailboxes",
        "",
        _("imap smtp gmail outlook account sync"),
    ),
    Doing(_("Settings"), "settings", "g s", _("language password passkey calendar hours")),
    Doing(_("Accessibility statement"), "accessibility", "", _("keyboard reader contrast")),
    Doing(_("Sign out"), "account_logout", "", _("leave exit")),
)


def doings(text: str) -> list[Doing]:
    """Those whose name or other words, in either tongue, hold every word of the text; all of them for an empty one."""
    words = fold(text).split()
    return [one for one in DOINGS if all(word in _known_as(one) for word in words)]


def _known_as(one: Doing) -> str:
    spoken = []
    for tongue in ("he", "en"):
        with translation.override(tongue):
            spoken.append(f"{one.name} {one.also}")
    return fold(" ".join(spoken))
