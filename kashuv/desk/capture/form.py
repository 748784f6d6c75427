"""Ten seconds: who, how, what was said; and a promise with its day, if one was given."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kashuv.desk.asking.due import DueField
from kashuv.desk.asking.form import AskingForm
from kashuv.desk.asking.who import WhoField
from kashuv.rooms.conversations.models import Entry

KINDS = [
    (Entry.Kind.CALL, _("Call")),
    (Entry.Kind.MEETING, _("Meeting")),
    (Entry.Kind.MEMO, _("A word in the corridor")),
    (Entry.Kind.WHATSAPP, _("WhatsApp")),
    (Entry.Kind.SMS, _("SMS")),
]
SIDES = [("ours", _("We promised")), ("theirs", _("They promised"))]
DIRECTIONS = [(Entry.Direction.OUT, _("We turned to them")), (Entry.Direction.IN, _("They turned to us"))]


class CaptureForm(AskingForm):
    """Only who and one of words and promise are needed."""

    who = WhoField(label=_("With whom"))
    kind = forms.ChoiceField(label=_("How"), choices=KINDS, initial=Entry.Kind.CALL, widget=forms.RadioSelect)
    words = forms.CharField(label=_("What was said"), widget=forms.Textarea({"rows": 3}), required=False)
    promise = forms.CharField(label=_("What was promised"), max_length=500, required=False)
    due = DueField(label=_("Until when"), required=False)
    side = forms.ChoiceField(
        label=_("Who promised"), choices=SIDES, initial="ours", widget=forms.RadioSelect, required=False
    )
    direction = forms.ChoiceField(
        label=_("Who began"), choices=DIRECTIONS, initial=Entry.Direction.OUT, widget=forms.RadioSelect
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("words") and not said.get("promise") and not self.errors:
            self.add_error("words", _("A word or two of what was said."))
        return said
