"""A due time as one says it ("until Thursday", "עד סוף השבוע"), understood and shown back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from kashuv.foundation import clock
from kashuv.language import dates
from kashuv.rooms.team.models import Member, Workspace

TIMED = ("second", "minute", "hour")
INSTANT = timedelta(microseconds=1)
TO_NEXT_OUTPUT = {
    "hx-target": "next output",
    "hx-swap": "innerHTML",
    "hx-select": "unset",
    "hx-select-oob": "unset",
}


def due_of(text: str, now: datetime, workspace: Workspace) -> datetime | None:
    """The moment (UTC) until which the words hold, or None; a day without an hour ends with its working hours."""
    for moment in dates.find(text, clock.local(now, workspace.zone)):
        if moment.deadline is None:
            continue
        if moment.grain in TIMED:
            return moment.deadline
        last = moment.end - INSTANT if moment.end else moment.deadline
        return clock.end_of_workday(last.date(), workspace)
    return None


class DueField(forms.CharField):
    """Gives a moment (UTC); while one types, the page shows which moment was understood."""

    member: Member
    shows_reading = True

    def __init__(self, **options: Any) -> None:
        super().__init__(
            max_length=120, help_text=_("As one says it: tomorrow, by Thursday noon, 24.12"), **options
        )

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        reading = {"hx-get": reverse_lazy("asking-due"), "hx-trigger": "input changed delay:250ms"}
        return {**super().widget_attrs(widget), **reading, **TO_NEXT_OUTPUT, "autocomplete": "off"}

    def clean(self, value: Any) -> datetime | None:  # type: ignore[override]
        text = super().clean(value)
        if not text:
            return None
        due = due_of(text, clock.now(), self.member.workspace)
        if due is None:
            raise forms.ValidationError(
                _("No date was found in “%(text)s”. Try “Thursday”, “by noon” or “24.12”."),
                params={"text": text},
            )
        return due
