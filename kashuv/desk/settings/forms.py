"""What a member may say of herself, and a leader of the workspace."""

from __future__ import annotations

from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from kashuv.rooms.team.models.workspace import LANGUAGES


class MeForm(forms.Form):
    """Name, tongue, and whether the morning letter is wished for."""

    name = forms.CharField(label=_("Name"), max_length=120)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, widget=forms.RadioSelect)
    hears_mornings = forms.BooleanField(
        label=_("A letter each working morning: who needs me today"), required=False
    )


class WorkspaceForm(forms.Form):
    """Name, tongue, zone, and the hours between which the firm works."""

    name = forms.CharField(label=_("Name of the firm"), max_length=120)
    language = forms.ChoiceField(
        label=_("Language for new members"), choices=LANGUAGES, widget=forms.RadioSelect
    )
    time_zone = forms.CharField(
        label=_("Time zone"), max_length=60, widget=forms.TextInput({"class": "latin", "list": "zones"})
    )
    day_starts = forms.TimeField(
        label=_("The working day begins"), widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )
    day_ends = forms.TimeField(
        label=_("The working day ends"), widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )

    def clean_time_zone(self) -> str:
        name = self.cleaned_data["time_zone"].strip()
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            raise forms.ValidationError(_("There is no such zone. An example: Asia/Jerusalem.")) from None
        return name

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("day_starts") and said.get("day_ends") and said["day_starts"] >= said["day_ends"]:
            self.add_error("day_ends", _("The day has to end after it begins."))
        return said


@cache
def zones() -> SafeString:
    """Options to choose from: continents and cities; written once, since there are hundreds."""
    names = sorted(
        name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "System"))
    )
    return format_html_join("", '<option value="{}">', ((name,) for name in names))
