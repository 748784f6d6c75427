"""Quiet hours on the page of settings: the form that says them, and each of them in a sentence."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kashuv.desk.layout import times
from kashuv.desk.layout.words import tongue
from kashuv.rooms.team import quieting
from kashuv.rooms.team.models import Member, QuietHours
from kashuv.rooms.team.rules.quiet import Span

SUNDAY_FIRST = (6, 0, 1, 2, 3, 4, 5)
MIDNIGHT = time()


class QuietForm(forms.Form):
    """Gives a span; no day ticked is every day."""

    since = forms.TimeField(
        label=pgettext_lazy("hour", "From"),
        initial=time(20),
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )
    until = forms.TimeField(
        label=pgettext_lazy("hour", "To"),
        initial=time(7),
        help_text=gettext_lazy("If it is not later than the beginning, it is meant on the day after."),
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
    )
    days = forms.MultipleChoiceField(
        label=gettext_lazy("On these days; with none ticked, on every day"),
        choices=(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    whose = forms.ChoiceField(
        label=gettext_lazy("Whose"),
        choices=[("mine", gettext_lazy("Mine")), ("firm", gettext_lazy("The whole firm's"))],
        initial="mine",
        widget=forms.RadioSelect,
    )

    def __init__(self, said: Any = None, *, leads: bool) -> None:
        super().__init__(said, auto_id="quiet-%s")
        names = times.weekdays(tongue())
        self.fields["days"].choices = [(str(day), names[day]) for day in SUNDAY_FIRST]  # type: ignore[attr-defined]
        if not leads:
            del self.fields["whose"]

    @property
    def span(self) -> Span:
        said = self.cleaned_data
        days = frozenset(map(int, said["days"])) or frozenset(range(7))
        return Span(days, said["since"], said["until"])


@dataclass(frozen=True, slots=True)
class Told:
    """Quiet hours in words; `may` says whether she may give them up."""

    key: uuid.UUID
    words: str
    of_all: bool
    may: bool


def told(member: Member) -> list[Told]:
    """The firm's and hers."""
    return [_told(one, member) for one in quieting.standing(member.workspace_id, member.id)]


def _told(hours: QuietHours, member: Member) -> Told:
    of_all = hours.member_id is None
    return Told(hours.pk, sentence(hours.span), of_all, member.leads or not of_all)


def sentence(span: Span) -> str:
    """When it is quiet, as one says it."""
    names = times.weekdays(tongue())
    days = ", ".join(names[day] for day in SUNDAY_FIRST if day in span.days)
    facts = {
        "days": _("Every day") if len(span.days) == 7 else days,
        "since": f"{span.since:%H:%M}",
        "until": f"{span.until:%H:%M}",
    }
    if span.since == span.until == MIDNIGHT:
        return _("%(days)s, all day") % facts
    if span.since < span.until:
        return _("%(days)s, from %(since)s to %(until)s") % facts
    return _("%(days)s, from %(since)s to %(until)s the next day") % facts
