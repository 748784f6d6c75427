"""How a mailbox is, in one sentence: closed, in trouble, on its way, in step with its server."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kashuv.foundation import sentences
from kashuv.rooms.post.models import Folder, Mailbox

Kind = Literal["closed", "trouble", "waiting", "coming", "in_step"]
TAGS: Mapping[Kind, str] = {
    "closed": "plain", "trouble": "hurt", "waiting": "wait", "coming": "wait", "in_step": "calm",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """`short` stands on the tag, `words` beside it; `since` is when the trouble began, or when it was last looked at."""

    kind: Kind
    short: str
    words: str
    since: datetime | None

    @property
    def tag(self) -> str:
        return TAGS[self.kind]


def state_of(mailbox: Mailbox, folders: Sequence[Folder]) -> State:
    """`folders` are those of this mailbox that are followed."""
    if not mailbox.active:
        return State("closed", _("Disconnected"), _("It is followed no more; its letters stay."), None)
    if mailbox.trouble:
        return State("trouble", _("In trouble"), sentences.read(mailbox.trouble), mailbox.troubled_at)
    if mailbox.looked_at is None or not folders:
        return State("waiting", _("New"), _("Its letters are fetched as soon as a worker is free."), None)
    if all(folder.is_in_step for folder in folders):
        return State("in_step", _("In step"), counted(folders), mailbox.looked_at)
    return State("coming", _("Coming in"), counted(folders), mailbox.looked_at)


def counted(folders: Sequence[Folder]) -> str:
    """How many letters of these are here, beside how many there are."""
    ours, theirs = (sum(getattr(one, side) or 0 for one in folders) for side in ("ours", "theirs"))
    if all(folder.is_in_step for folder in folders):
        said = ngettext("%(n)s letter, all of it here.", "%(n)s letters, all of them here.", ours)
        return said % {"n": f"{ours:,}"}
    said = _("%(ours)s of %(theirs)s letters are here; the rest is on its way.")
    return said % {"ours": f"{ours:,}", "theirs": f"{theirs:,}"}


def followed(workspace_id: uuid.UUID, mailboxes: Iterable[Mailbox]) -> Mapping[uuid.UUID, list[Folder]]:
    """The followed folders of all of them, in one question."""
    found = Folder.objects.within(workspace_id).filter(
        mailbox_id__in=[mailbox.id for mailbox in mailboxes], followed=True
    )
    of: dict[uuid.UUID, list[Folder]] = defaultdict(list)
    for folder in found:
        of[folder.mailbox_id].append(folder)
    return of
