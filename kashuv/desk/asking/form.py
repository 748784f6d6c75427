"""A form whose fields know who is asking: names and times mean what they mean to her."""

from __future__ import annotations

from typing import Any

from django import forms

from kashuv.rooms.team.models import Member


class AskingForm(forms.Form):
    """Hands the member to each of its fields; words are written in the direction of their first letter."""

    def __init__(self, *args: Any, member: Member, **options: Any) -> None:
        super().__init__(*args, label_suffix="", **options)
        for field in self.fields.values():
            field.member = member  # type: ignore[attr-defined]
            if isinstance(field.widget, forms.TextInput | forms.Textarea):
                field.widget.attrs["dir"] = "auto"
