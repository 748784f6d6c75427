"""The outbox in words: what happened, why, and what each step of the evidence was."""

from __future__ import annotations

from django.utils.functional import Promise as Words
from django.utils.translation import gettext_lazy as _

TROUBLES: dict[str, str | Words] = {
    "failed": _("This did not leave."),
    "unknown": _("Nobody knows whether this arrived."),
    "refused": _("This reached some, but not everybody."),
    "bounced": _("This came back."),
}
REASONS: dict[str, str | Words] = {
    "nobody_there": _("The mail server could not be reached."),
    "silence": _("The mail server fell silent."),
    "tls": _("No safe connection to the mail server came about."),
    "login": _("The mail server did not accept the login of this mailbox; look at it in the settings."),
    "no_such_address": _("There is no such address; perhaps it is mistyped, or its owner has left."),
    "mailbox_full": _("The mailbox at the other end is full."),
    "too_big": _("The letter with its files is larger than the server takes."),
    "unwelcome": _("The server refused it as unwanted mail."),
    "sender": _("The server does not let this mailbox send in its name."),
    "later": _("The server asked to come back later, each time anew."),
    "closed": _("The mailbox that it should leave by can't be used; look at it in the settings."),
    "private": _(
        "The mail server has an address outside the open internet; this installation does not connect there."
    ),
    "stopped": _("Kashuv was stopped in the middle of sending."),
    "restored": _("A backup was brought back; it may have left before that."),
    "broken_off": _("The connection broke off."),
    "refused": _("The server refused it."),
}
STEPS: dict[str, str | Words] = {
    "mailbox": _("Opening the mailbox"),
    "connect": _("Reaching the server"),
    "tls": _("Making the connection safe"),
    "greeting": _("The server's greeting"),
    "login": _("Saying who we are"),
    "sender": _("Naming the sender"),
    "recipient": _("Naming a recipient"),
    "go_ahead": _("The server's go-ahead"),
    "body": _("The letter itself"),
    "dot": _("The end of the letter"),
    "answer": _("The server's last word"),
    "stopped": _("Kashuv was stopped here"),
    "restored": _("A backup was brought back"),
    "found": _("Found among the sent letters"),
    "vouched": _("Confirmed by hand"),
    "bounced": _("It came back"),
    "reported": _("A report on the way"),
}
