"""One mailbox: how it is, which folders are followed, what could not be taken in, what it is called."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kashuv.desk.doorway import for_members
from kashuv.desk.mailboxes.forms import AboutForm
from kashuv.desk.mailboxes.gate import mailbox_seen, may_change
from kashuv.desk.mailboxes.state import State, counted, state_of
from kashuv.foundation import clock
from kashuv.rooms.post.channels import oauth
from kashuv.rooms.post.models import Copy, Folder, Mailbox
from kashuv.rooms.team.models import Member

SHOWN = 50
ROLES = {
    Folder.Role.INBOX: _("Inbox"),
    Folder.Role.SENT: _("Sent letters"),
    Folder.Role.ARCHIVE: _("Archive"),
    Folder.Role.DRAFTS: _("Drafts"),
    Folder.Role.JUNK: _("Junk"),
    Folder.Role.TRASH: _("Trash"),
}
ORDER = {role: place for place, role in enumerate([*ROLES, Folder.Role.OTHER])}


@dataclass(frozen=True, slots=True)
class Place:
    """One folder."""

    folder: Folder
    role: object

    @property
    def counted(self) -> str:
        """How far it is, once it was looked at."""
        known = self.folder.followed and self.folder.theirs is not None
        return counted([self.folder]) if known else ""

    @property
    def shows_path(self) -> bool:
        """Whether its own name says more than its role."""
        return self.folder.path.upper() != "INBOX"


@dataclass(frozen=True, slots=True)
class Unread:
    """A letter that could not be taken in; `has_raw` says that its bytes are kept."""

    id: uuid.UUID
    folder: str
    reason: str
    size: int
    seen_at: datetime
    has_raw: bool


@dataclass(frozen=True, slots=True)
class MailboxPage:
    """`sign_in` is the provider's name where it is opened by a sign-in; whoever may not change it sees only how it is."""

    mailbox: Mailbox
    state: State
    followed: tuple[Place, ...]
    left: tuple[Place, ...]
    refused: tuple[Unread, ...]
    refused_count: int
    about: AboutForm | None
    sign_in: str
    now: datetime

    @property
    def may_change(self) -> bool:
        return self.about is not None

    @property
    def is_coming(self) -> bool:
        return self.state.kind in ("waiting", "coming")


def mailbox_page(
    member: Member, mailbox: Mailbox, now: datetime, about: AboutForm | None = None
) -> MailboxPage:
    """Three questions to the database, however many folders and refused letters there are."""
    hers = may_change(member, mailbox)
    folders = list(Folder.objects.within(mailbox.workspace_id).filter(mailbox_id=mailbox.id))
    places = sorted(
        (_place(folder) for folder in folders), key=lambda one: (ORDER[one.folder.role], one.folder.path)
    )
    refused = refused_of(mailbox) if hers else Copy.objects.none()
    followed = [place for place in places if place.folder.followed]
    begins = {name: getattr(mailbox, name) for name in AboutForm.base_fields}
    return MailboxPage(
        mailbox,
        state_of(mailbox, [place.folder for place in followed]),
        tuple(followed),
        tuple(place for place in places if not place.folder.followed),
        tuple(map(_unread, refused.select_related("folder").order_by("-id")[:SHOWN])),
        refused.count(),
        (about or AboutForm(initial=begins, member=member)) if hers and mailbox.active else None,
        oauth.NAMES.get(mailbox.proof, ""),
        now,
    )


def refused_of(mailbox: Mailbox) -> QuerySet[Copy]:
    """What lies in its folders and could not be taken in."""
    return Copy.objects.within(mailbox.workspace_id).filter(folder__mailbox_id=mailbox.id).exclude(refused="")


def _place(folder: Folder) -> Place:
    return Place(folder, ROLES.get(Folder.Role(folder.role), ""))


def _unread(copy: Copy) -> Unread:
    return Unread(
        copy.id, copy.folder.path, gettext(copy.refused), copy.size, copy.seen_at, copy.parcel_id is not None
    )


@require_safe
@for_members
def mailbox(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    page = mailbox_page(request.member, mailbox_seen(request.member, key), clock.now())
    return render(request, "mailboxes/page.html", {"page": page, "now": page.now})
