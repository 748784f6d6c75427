"""Who it is about: found while typing, or a name that nobody has yet."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from kashuv.desk.asking.due import TO_NEXT_OUTPUT
from kashuv.desk.asking.whom import Whom, by_key, whom
from kashuv.foundation.folding import fold
from kashuv.rooms.team.models import Member


class WhoInput(forms.MultiWidget):
    """A search field and, unseen beside it, the key of the one who was chosen."""

    def __init__(self) -> None:
        asks = {
            "hx-get": reverse_lazy("asking-who"),
            "hx-trigger": "input changed delay:150ms",
            "autocomplete": "off",
        }
        search = forms.TextInput({"type": "search", "dir": "auto", **asks, **TO_NEXT_OUTPUT})
        super().__init__({"": search, "key": forms.HiddenInput()})

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_0" if id_ else ""

    def decompress(self, value: Whom | None) -> list[str]:
        return [value.name, value.key] if value else ["", ""]


class WhoField(forms.MultiValueField):
    """Gives a Whom. With `known`, only somebody who is a client, or a person at one, will do."""

    member: Member
    widget = WhoInput
    shows_reading = True

    def __init__(self, *, known: bool = False, **options: Any) -> None:
        self.known = known
        fields = (forms.CharField(max_length=200), forms.CharField(required=False))
        super().__init__(fields, require_all_fields=False, **options)

    def compress(self, values: list[str]) -> Whom | None:
        if not values:
            return None
        name, key = values[0].strip(), values[1] if len(values) > 1 else ""
        chosen = by_key(self.member, key) if key else self._by_name(name)
        if self.known and (chosen is None or chosen.client is None):
            raise forms.ValidationError(_("There is no client of that name yet."))
        return chosen or Whom(name)

    def _by_name(self, name: str) -> Whom | None:
        """Without a choice: the only one of exactly that name."""
        alike = [one for one in whom(self.member, name) if fold(one.name) == fold(name)]
        clients = {one.client.pk for one in alike if one.client is not None}
        if len(clients) > 1:
            raise forms.ValidationError(
                _("Several have that name; choose one from the list that opens while typing.")
            )
        return next((one for one in alike if one.client is not None), alike[0] if alike else None)
