"""The forms at the door: labels above the fields, nothing inside them that vanishes while one types."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from kashuv.rooms.team.models import Login


class Plain(forms.Form):
    """Takes the package's placeholders and links out of the fields."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
            if "href" in str(field.help_text):
                field.help_text = ""


class DoorForm(Plain, LoginForm):
    """Address and password."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"].label = _("Mail address")
        self.fields["password"].label = _("Password")

    @property
    def nobody_yet(self) -> bool:
        """Whether the house has no login at all, so that no password opens it."""
        return not Login.objects.exists()


class AgainForm(Plain, ReauthenticateForm):
    """The password once more."""


class NewPasswordForm(Plain, ChangePasswordForm):
    """The old password, and the new one twice."""


class PasskeyForm(Plain, AddWebAuthnForm):
    """What this phone or computer is called, and whether it is enough by itself."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].label = _("Name")
        self.fields["passwordless"].label = _("Enough by itself, without a password")
