"""The forms of the file; they validate and nothing else."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kashuv.desk.clients.words import FORMS, MANNERS
from kashuv.rooms.clients.models import KeyDate
from kashuv.rooms.team.models.workspace import LANGUAGES

DAYS = {
    KeyDate.Kind.BIRTHDAY: _("A birthday"),
    KeyDate.Kind.ANNIVERSARY: _("An anniversary"),
    KeyDate.Kind.CONTRACT: _("A contract's date"),
    KeyDate.Kind.OTHER: _("Another day"),
}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class ClientForm(forms.Form):
    """The client himself."""

    name = forms.CharField(label=_("Name"), max_length=200)
    owner = forms.ChoiceField(label=_("Owner on our side"), required=False)
    since = forms.DateField(label=_("Client since"), required=False, widget=forms.DateInput({"type": "date"}))
    cadence_days = forms.IntegerField(
        label=_("Wants to hear from us every … days"),
        help_text=_("Only if they said so; otherwise their own rhythm is used."),
        required=False, min_value=1, max_value=730,
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language of letters to them"), choices=LANGUAGES)
    exclusive = forms.BooleanField(
        label=_("An exclusive tie: only the owner and managers see the file"), required=False
    )

    def __init__(self, *args: Any, team: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [("", _("Nobody yet")), *team]  # type: ignore[attr-defined]


class PersonForm(forms.Form):
    """A person at the client."""

    name = forms.CharField(label=_("Name"), max_length=200)
    role = forms.CharField(label=_("Role"), max_length=120, required=False)
    form = forms.ChoiceField(label=_("Form of address"), choices=list(FORMS.items()))
    mails = forms.CharField(
        label=_("Mail addresses, one a line"),
        required=False,
        widget=forms.Textarea({"rows": 2, "class": "latin"}),
    )
    phones = forms.CharField(
        label=_("Phones, one a line"), required=False, widget=forms.Textarea({"rows": 2, "class": "latin"})
    )
    decides = forms.BooleanField(label=_("Decides"), required=False)
    hears_first = forms.BooleanField(label=_("Must hear first"), required=False)
    contact_allowed = forms.BooleanField(label=_("May be contacted"), required=False)

    def clean_mails(self) -> list[str]:
        mails = _lines(self.cleaned_data["mails"])
        for mail in mails:
            forms.EmailField().clean(mail)
        return mails

    def clean_phones(self) -> list[str]:
        """Any number is good: a check must never refuse one."""
        return _lines(self.cleaned_data["phones"])


class MannerForm(forms.Form):
    """How they wish to be treated, in their words."""

    kind = forms.ChoiceField(label=_("About"), choices=list(MANNERS.items()))
    words = forms.CharField(
        label=_("What they said"), max_length=300, widget=forms.Textarea({"rows": 2, "dir": "auto"})
    )


class DayForm(forms.Form):
    """A day that matters to them."""

    kind = forms.ChoiceField(label=_("What day"), choices=list(DAYS.items()))
    words = forms.CharField(label=_("In words"), max_length=200)
    on = forms.DateField(label=_("Date"), widget=forms.DateInput({"type": "date"}))
    knows_year = forms.BooleanField(label=_("The year is the true one"), required=False)
    returns = forms.BooleanField(label=_("Comes back each year"), required=False, initial=True)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not told.get("returns") and not told.get("knows_year"):
            told["knows_year"] = True  # a day that comes once has its year
        return told

    @property
    def year(self) -> int | None:
        on: datetime.date = self.cleaned_data["on"]
        return on.year if self.cleaned_data["knows_year"] else None


class DetailForm(forms.Form):
    """A fact worth remembering."""

    words = forms.CharField(
        label=_("A fact, as if they will read it"), max_length=2000, widget=forms.Textarea({"dir": "auto"})
    )
