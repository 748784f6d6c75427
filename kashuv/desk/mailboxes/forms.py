"""What is said of a mailbox: its address, how its servers are reached, its name and signature."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kashuv.rooms.clients.models import Address
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.post.rules.providers import BY_HAND, BY_KEY, Guess, Place
from kashuv.rooms.team.models import Member

SECURITY = (
    ("tls", _("TLS")),
    ("starttls", _("STARTTLS")),
    ("none", _("None, only inside one's own network")),
)
LABELS = {
    "fetching": (_("Server for fetching (IMAP)"), _("Port (IMAP)"), _("Security (IMAP)")),
    "sending": (_("Server for sending (SMTP)"), _("Port (SMTP)"), _("Security (SMTP)")),
}
SIDES = tuple(LABELS)
_host = re.compile(r"[\w.:-]{1,253}")
_control = re.compile(r"[\x00-\x1f\x7f]")


def _not_of_a_client(member: Member, mail: str) -> str:
    """Whatever is ours is no client's any more; so a client's address can't be made ours by a slip."""
    theirs = Address.objects.within(member.workspace_id).filter(
        kind=Address.Kind.MAIL, normal=mail, person__client__isnull=False
    )
    if mail and theirs.exists():
        raise forms.ValidationError(_("This is the address of somebody at a client."))
    return mail


def _address(label: Any, **more: Any) -> forms.EmailField:
    return forms.EmailField(label=label, max_length=320, **more)


class AddressForm(forms.Form):
    """The first step: the address alone, and the provider where the address does not tell it."""

    address = _address(_("Mail address"), widget=forms.EmailInput({"autocomplete": "email"}))
    provider = forms.ChoiceField(
        label=_("With whom it is"),
        required=False,
        choices=[("", _("As the address tells")), *((key, BY_KEY[key].name) for key in BY_HAND)],
        help_text=_(
            "An address of one's own domain does not tell that its mail is kept by Google or Microsoft."
        ),
    )

    def clean_address(self) -> str:
        return str(self.cleaned_data["address"]).lower()


class WhoseForm(forms.Form):
    """Whose it is, and what it is called; the part that a sign-in page and a password have in common."""

    address = _address("", widget=forms.HiddenInput)
    provider = forms.ChoiceField(
        required=False, choices=[("", ""), *((key, key) for key in BY_KEY)], widget=forms.HiddenInput
    )
    whose = forms.ChoiceField(
        label=_("Whose it is"),
        choices=[("mine", _("Mine")), ("team", _("The team's"))],
        widget=forms.RadioSelect,
    )
    name = forms.CharField(label=_("Name that stands beside the address"), max_length=120, required=False)
    since = forms.DateField(
        label=_("Fetch letters from this day on"),
        required=False,
        widget=forms.DateInput({"type": "date"}),
        help_text=_("Without a day, all letters are fetched, the newest first."),
    )
    capture = _address(
        _("Address for copies and forwards"),
        required=False,
        help_text=_(
            "An alias whose letters land here. A letter that one of us forwards to it is filed with whoever wrote it."
        ),
    )

    def __init__(self, *told: Any, member: Member, **more: Any) -> None:
        super().__init__(*told, **more)
        if not member.leads:
            del self.fields["whose"]
        self._member = member

    def clean_address(self) -> str:
        return _not_of_a_client(self._member, self.cleaned_data["address"].strip().lower())

    def clean_capture(self) -> str:
        return _not_of_a_client(self._member, self.cleaned_data["capture"].strip().lower())

    @property
    def owner(self) -> Member | None:
        """None means the team."""
        return None if self.cleaned_data.get("whose") == "team" else self._member

    def about(self) -> dict[str, Any]:
        """What a mailbox keeps of it."""
        return {name: self.cleaned_data[name] for name in ("name", "since", "capture")}


class ServersForm(forms.Form):
    """How the servers are reached and what opens them."""

    password = forms.CharField(
        label=_("Password"),
        required=False,
        max_length=1000,
        widget=forms.PasswordInput({"autocomplete": "off"}),
    )
    login = forms.CharField(label=_("Login"), max_length=320, widget=forms.TextInput({"class": "latin"}))
    even_so = forms.BooleanField(label=_("Keep it even so, and try again later"), required=False)

    def __init__(self, *told: Any, **more: Any) -> None:
        super().__init__(*told, **more)
        for side, (server, port, security) in LABELS.items():
            self.fields[f"{side}_host"] = forms.CharField(
                label=server, max_length=253, widget=forms.TextInput({"class": "latin"})
            )
            self.fields[f"{side}_port"] = forms.IntegerField(label=port, min_value=1, max_value=65535)
            self.fields[f"{side}_security"] = forms.ChoiceField(label=security, choices=SECURITY)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for side in SIDES:
            if said.get(f"{side}_host") and not _host.fullmatch(said[f"{side}_host"].strip()):
                self.add_error(f"{side}_host", _("This is no server's name. An example: imap.example.com."))
        for name in ("login", "password"):
            if _control.search(said.get(name) or ""):
                self.add_error(name, _("It holds a character that can't stand there."))
        return said

    def server(self, side: str) -> Server:
        """As it was said."""
        said = self.cleaned_data
        host, port, security = (said[f"{side}_{part}"] for part in ("host", "port", "security"))
        return Server(host.strip().lower(), port, security, said["login"].strip())


class StandingForm(ServersForm):
    """The servers of a mailbox that stands. What is kept of a password goes to no other server than it was entered for."""

    def __init__(self, *told: Any, mailbox: Mailbox, **more: Any) -> None:
        super().__init__(*told, initial=standing(mailbox), **more)
        self._mailbox = mailbox

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not self.errors and not said["password"] and self._leads_elsewhere():
            self.add_error("password", _("For another server or login, enter the password anew."))
        return said

    def _leads_elsewhere(self) -> bool:
        return any(self.server(side) != Server.of(getattr(self._mailbox, side)) for side in SIDES)


class ConnectForm(WhoseForm, ServersForm):
    """The second step: everything, filled in by a guess. What was typed as the password stays in the browser."""

    def __init__(self, *told: Any, **more: Any) -> None:
        super().__init__(*told, **more)
        self.fields["password"].widget.attrs["hx-preserve"] = "true"

    def pointing(self) -> ConnectForm:
        """The same, with the first wrong field as the one to go to."""
        wrong = next((name for name in self.fields if name in self.errors), None)
        if wrong:
            self.fields[wrong].widget.attrs["autofocus"] = True
        return self

    def clean_password(self) -> str:
        if not self.cleaned_data["password"]:
            raise forms.ValidationError(_("Enter the password."))
        return str(self.cleaned_data["password"])


class AboutForm(forms.Form):
    """What the mailbox is called, how its letters are signed."""

    name = forms.CharField(label=_("Name that stands beside the address"), max_length=120, required=False)
    signature = forms.CharField(
        label=_("Signature"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 4, "dir": "auto"}),
    )
    capture = _address(
        _("Address for copies and forwards"),
        required=False,
        help_text=_(
            "An alias whose letters land here. A letter that one of us forwards to it is filed with whoever wrote it."
        ),
    )

    def __init__(self, *told: Any, member: Member, **more: Any) -> None:
        super().__init__(*told, **more)
        self._member = member

    def clean_capture(self) -> str:
        return _not_of_a_client(self._member, self.cleaned_data["capture"].strip().lower())


def guessed(guess: Guess, member: Member) -> dict[str, Any]:
    """The second step as it begins."""
    key = guess.provider.key if guess.provider else ""
    begins = {
        "address": guess.address,
        "provider": key,
        "whose": "mine",
        "name": member.name,
        "login": guess.login,
    }
    return begins | _places(guess.fetching, guess.sending)


def standing(mailbox: Mailbox) -> dict[str, Any]:
    """The servers as they are; the secret is never shown again."""
    fetching, sending = Server.of(mailbox.fetching), Server.of(mailbox.sending)
    return {"login": fetching.login} | _places(fetching, sending)


def _places(*servers: Place | Server) -> dict[str, Any]:
    return {
        f"{side}_{part}": getattr(server, part)
        for side, server in zip(SIDES, servers, strict=True)
        for part in ("host", "port", "security")
    }
