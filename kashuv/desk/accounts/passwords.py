"""How long a password has to be, said in either tongue: the framework's own sentence knows no Hebrew."""

from __future__ import annotations

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import ngettext


class LongEnough(MinimumLengthValidator):
    """At least so many characters."""

    def get_error_message(self) -> str:
        words = ngettext(
            "This password is too short: at least %(least)d character.",
            "This password is too short: at least %(least)d characters.",
            self.min_length,
        )
        return words % {"least": self.min_length}
