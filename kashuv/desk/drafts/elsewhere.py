"""A letter that no mailbox of ours can send: opened in one's own mail program, or copied; sent there, it is recorded here."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kashuv.desk.doorway import for_members
from kashuv.desk.drafts.page import draft_of
from kashuv.desk.layout.answers import onward
from kashuv.foundation import clock
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft, Enclosure

LONGEST = 2000  # characters of a link; what is longer, some systems cut off without a word


@dataclass(frozen=True, slots=True)
class ElsewherePage:
    """`link` opens the letter in the mail program of this machine; files do not go with it."""

    draft: Draft
    link: str
    enclosures: tuple[Enclosure, ...]

    @property
    def is_long(self) -> bool:
        return len(self.link) > LONGEST


def leaves_by_us(draft: Draft) -> bool:
    """Whether it is a letter that has a mailbox to leave by."""
    mailbox = draft.mailbox
    return bool(draft.kind == Draft.Kind.MAIL and mailbox and mailbox.active and mailbox.sending)


def mail_link(draft: Draft) -> str:
    """The letter as RFC 6068 writes it."""
    said = {
        "cc": _addresses(draft.cc),
        "bcc": _addresses(draft.bcc),
        "subject": quote(draft.subject, safe=""),
        "body": quote(draft.text.replace("\n", "\r\n"), safe=""),
    }
    return f"mailto:{_addresses(draft.to)}?{'&'.join(f'{name}={value}' for name, value in said.items() if value)}"


def _addresses(boxes: Iterable[Sequence[str]]) -> str:
    return ",".join(quote(address.strip(), safe="@") for _, address in boxes if address.strip())


@for_members
def elsewhere(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The ways that are left to it; looking changes nothing."""
    draft = draft_of(request.member, key)
    if draft.kind != Draft.Kind.MAIL or draft.state != Draft.State.WRITING or leaves_by_us(draft):
        return onward("draft", key)
    page = ElsewherePage(draft, mail_link(draft), tuple(drafts.enclosed(draft)))
    return render(request, "drafts/elsewhere.html", {"page": page, "now": clock.now()})
