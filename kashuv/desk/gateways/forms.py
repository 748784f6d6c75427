"""What a provider must be told of itself: our number there, and its keys."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kashuv.rooms.clients.rules.numbers import international
from kashuv.rooms.post.channels.providers import PROVIDERS
from kashuv.rooms.post.models import Gateway

LABELS = {
    ("twilio", "sid"): _("Account SID"),
    ("twilio", "token"): _("Auth token"),
    ("vonage", "key"): _("API key"),
    ("vonage", "secret"): _("API secret"),
    ("vonage", "signature"): _("Signature secret (SHA-256 HMAC), if messages to us are signed"),
    ("cloud", "phone"): _("Phone number ID"),
    ("cloud", "token"): _("Access token of a system user"),
    ("cloud", "signature"): _("App secret"),
}
_name = re.compile(r"[A-Za-z][A-Za-z0-9 ]{1,10}")  # of a sender who is no number; nobody can answer it
LATIN = {"class": "latin", "dir": "ltr", "autocomplete": "off"}


class GatewayForm(forms.Form):
    """The fields are those that the provider asks for."""

    number = forms.CharField(label=_("Our number there"), max_length=40, widget=forms.TextInput(LATIN))

    def __init__(self, *args: Any, provider: str, channel: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.provider, self.channel = provider, channel
        for name, may_lack in PROVIDERS[provider].secrets.items():
            hidden = forms.PasswordInput(LATIN | {"autocomplete": "new-password"})
            self.fields[name] = forms.CharField(
                label=LABELS[provider, name], max_length=500, required=not may_lack, widget=hidden
            )
        if channel == Gateway.Channel.WHATSAPP:
            self._add_template()

    def _add_template(self) -> None:
        """What goes out when the window is closed."""
        self.fields["template"] = forms.RegexField(
            r"^[a-z0-9_]+$",
            label=_("An approved template with one place for our words"),
            help_text=_(
                "Its name, such as a_word_from_us. Without it nothing goes out a day after their last message."
            ),
            max_length=200,
            required=False,
            widget=forms.TextInput(LATIN),
        )
        self.fields["language"] = forms.RegexField(
            r"^[a-z]{2}(_[A-Z]{2})?$",
            label=_("Language of the template"),
            initial="he",
            max_length=10,
            required=False,
            widget=forms.TextInput(LATIN),
        )

    def clean_number(self) -> str:
        """In E.164; for an SMS a name of up to eleven letters will do."""
        typed = self.cleaned_data["number"].strip()
        number = international(typed)
        if not number and self.channel == Gateway.Channel.SMS and _name.fullmatch(typed):
            return typed
        if not number:
            raise forms.ValidationError(_("No phone in the world has this number."))
        return number

    def secret(self) -> dict[str, str]:
        """The keys, by the names that the provider knows."""
        return {name: self.cleaned_data[name].strip() for name in PROVIDERS[self.provider].secrets}

    def options(self) -> dict[str, str]:
        """The template, where one was named."""
        if not self.cleaned_data.get("template"):
            return {}
        return {"template": self.cleaned_data["template"], "language": self.cleaned_data["language"] or "he"}
