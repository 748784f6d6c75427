"""Until when a draft waits: the next morning, or a time as one says it."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from kashuv.desk.asking.form import AskingForm
from kashuv.desk.drafts import hours
from kashuv.foundation import clock
from kashuv.rooms.team.models import Member


class UntilForm(AskingForm):
    """Gives a moment (UTC); of a whole day the beginning of its work. Nothing typed is the next working morning."""

    when = forms.CharField(label=_("Until when?"), max_length=120, required=False)

    def __init__(self, *args: object, member: Member, **options: object) -> None:
        super().__init__(*args, member=member, auto_id="until-%s", **options)  # type: ignore[arg-type]
        self.firm = member.workspace

    def clean_when(self) -> datetime | None:
        text = self.cleaned_data["when"]
        if not text:
            return None
        until = hours.named(text, clock.now(), self.firm)
        if until is None:
            told = _("No hour to come was found in “%(text)s”. Try “tomorrow at nine”.")
            raise forms.ValidationError(told, params={"text": text})
        return until
