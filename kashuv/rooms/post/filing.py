"""Filing: what was sent lies in the mailbox's own Sent folder too, once; and is looked for there when we don't know."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from kashuv.rooms.post import parcels
from kashuv.rooms.post.channels import smtp
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.channels.imap import WHOLE, Cut, Postbox, Trouble, entered
from kashuv.rooms.post.models import Dispatch, Folder, Mailbox
from kashuv.rooms.post.proving import Locked, proof_of
from kashuv.rooms.post.rules import roles

THEY_FILE = ("gmail.com", "googlemail.com", "google.com", "office365.com", "outlook.com", "hotmail.com")
"""Hosts that put what leaves through them among the sent by themselves; a second copy would be a double."""

PUTTING = WHOLE + smtp.PATIENT.whole  # seconds: the same bytes may take as long to Sent as on their way out


def files_by_itself(mailbox: Mailbox) -> bool:
    """Whether the provider keeps the copy."""
    host = str(mailbox.sending.get("host", "")).lower()
    return any(host == known or host.endswith(f".{known}") for known in THEY_FILE)


def file(dispatch: Dispatch, *, at: datetime) -> bool:
    """Puts the copy into Sent unless it lies there; True when there is nothing left to do. Raises Trouble or Locked."""
    mailbox = dispatch.mailbox
    if mailbox is None or not mailbox.active or not mailbox.fetching:
        return True
    if not files_by_itself(mailbox):
        with _sent_of(mailbox, at, PUTTING) as (postbox, path):
            if path and not postbox.find(path, dispatch.message_id):
                postbox.put(path, parcels.open(dispatch.parcel), at=dispatch.ended_at or at)
    Dispatch.objects.within(dispatch.workspace_id).filter(pk=dispatch.pk).update(filed_at=at)
    dispatch.filed_at = at
    return True


def find(dispatch: Dispatch, *, at: datetime) -> bool | None:
    """Whether it lies in Sent; None if that can't be asked."""
    mailbox = dispatch.mailbox
    if mailbox is None or not mailbox.fetching or not dispatch.message_id:
        return None
    try:
        with _sent_of(mailbox, at) as (postbox, path):
            return bool(postbox.find(path, dispatch.message_id)) if path else None
    except (Cut, Trouble, Locked):
        return None


@contextmanager
def _sent_of(mailbox: Mailbox, at: datetime, whole: float = WHOLE) -> Iterator[tuple[Postbox, str]]:
    """The mailbox, entered, and the path of its Sent folder; empty if it has none."""
    with entered(Server.of(mailbox.fetching), proof_of(mailbox, at), whole=whole) as postbox:
        yield postbox, _known(mailbox) or _told(postbox)


def _known(mailbox: Mailbox) -> str:
    folders = Folder.objects.within(mailbox.workspace_id).filter(mailbox_id=mailbox.id, role=Folder.Role.SENT)
    return folders.order_by("-followed", "id").values_list("path", flat=True).first() or ""


def _told(postbox: Postbox) -> str:
    """As the server lists them: by its own mark before any name."""
    sent = [place for place in postbox.places() if roles.role_of(place.path, place.marks) == Folder.Role.SENT]
    return next((place.path for place in sorted(sent, key=lambda one: "\\sent" not in one.marks)), "")
