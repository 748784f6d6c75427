"""What can be written into a draft. Saving refuses nothing that was typed; sending looks closer."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kashuv.desk.asking.form import AskingForm
from kashuv.desk.drafts import boxes
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.conversations.rules import threading
from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.promises import vows
from kashuv.rooms.team.models import Member, Workspace

HEBREW = re.compile("[^a-zA-Z]*[\u0590-\u05ff]")
LONGEST = 100_000  # characters of a letter
NATURES = [
    (Draft.Nature.PERSONAL, pgettext_lazy("nature of a letter", "Personal")),
    (Draft.Nature.SERVICE, pgettext_lazy("nature of a letter", "Service")),
    (Draft.Nature.ADVERTISEMENT, pgettext_lazy("nature of a letter", "Advertisement")),
]


class BoxesField(forms.CharField):
    """Recipients, as a list of [name, address]."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=10_000, required=False, **options)

    def clean(self, value: Any) -> list[list[str]]:  # type: ignore[override]
        return boxes.read(super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        return boxes.written(value) if isinstance(value, list) else value


class DraftForm(AskingForm):
    """The letter as it stands; `version` is the one that the typing began on."""

    mailbox = forms.ChoiceField(label=_("From"), required=False)
    to = BoxesField(label=_("To"))
    cc = BoxesField(label=_("Copy to"))
    bcc = BoxesField(label=_("Hidden copy to"))
    subject = forms.CharField(label=_("Subject"), max_length=500, required=False)
    text = forms.CharField(
        label=_("What you write"),
        max_length=LONGEST,
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 12}),
    )
    nature = forms.ChoiceField(
        label=_("What kind of letter"), choices=NATURES, required=False, widget=forms.RadioSelect
    )
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, draft: Draft, member: Member, **options: Any) -> None:
        self._ways = _mailboxes(member, draft) if draft.kind == Draft.Kind.MAIL else []
        super().__init__(*args, member=member, initial=_begun(draft, self._ways), **options)
        self._draft = draft
        self.vowed = [vows.Vow.of(kept) for kept in draft.vows]
        if draft.kind == Draft.Kind.MAIL:
            self.fields["subject"].widget.attrs["dir"] = _direction(draft.subject)
            self.fields["mailbox"].choices = [(str(one.id), _named(one)) for one in self._ways]  # type: ignore[attr-defined]
        else:
            for name in ("mailbox", "cc", "bcc", "subject"):
                del self.fields[name]
            self.fields["nature"].label = _("What kind of message")
            self.fields["text"].label = pgettext_lazy("a message", "What you write")

    @property
    def has_way(self) -> bool:
        """Whether a letter can leave by a mailbox of ours."""
        return any(one.active and one.sending for one in self._ways)

    def written(self, workspace: Workspace, at: datetime) -> dict[str, Any]:
        """What a saving writes; of the promises in the text those that were shown and unticked are not taken on."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        if "mailbox" in said:
            said |= self._way(said.pop("mailbox"))
        said["nature"] = said["nature"] or Draft.Nature.PERSONAL
        said["text"] = said["text"].replace("\r\n", "\n")
        given = vows.read(
            said["text"], workspace=workspace, at=at, declined=self._declined(), before=self.vowed
        )
        said["vows"] = [one.plain() for one in given]
        return said

    def _way(self, chosen: str) -> dict[str, Any]:
        """The mailbox that it leaves by; another one than before signs in its own way."""
        mailbox = next((one for one in self._ways if str(one.id) == chosen), None)
        if mailbox is None or mailbox.id == self._draft.mailbox_id:
            return {"mailbox_id": mailbox and mailbox.id}
        return {"mailbox_id": mailbox.id, "signature": mailbox.signature}

    def _declined(self) -> set[str]:
        """What was shown to the writer as a promise, and is none to her."""
        return set(self.data.getlist("vow_shown")) - set(self.data.getlist("vow"))  # type: ignore[attr-defined]


def _direction(subject: str) -> str:
    """That of the words themselves: the "Re:" before them has no say."""
    return "rtl" if HEBREW.match(threading.apart(subject)[1]) else "auto"


def _begun(draft: Draft, ways: list[Mailbox]) -> dict[str, Any]:
    """As it stands; one that was begun before there was a mailbox leaves by the first that there is."""
    names = ("to", "cc", "bcc", "subject", "text", "nature", "version")
    mailbox = draft.mailbox_id or next((one.id for one in ways), "")
    return {name: getattr(draft, name) for name in names} | {"mailbox": str(mailbox)}


def _mailboxes(member: Member, draft: Draft) -> list[Mailbox]:
    """Those in whose name she writes, and that of the draft, so that her writing on in a colleague's draft leaves it his."""
    found = list(Mailbox.objects.written_from_by(member).order_by("made_at", "id"))
    if draft.mailbox is not None and draft.mailbox not in found:
        found.insert(0, draft.mailbox)
    return found


def _named(mailbox: Mailbox) -> str:
    return f"{mailbox.name} <{mailbox.address}>" if mailbox.name else mailbox.address
