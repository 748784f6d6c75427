"""Folders: learns which ones a mailbox has; follows what comes in and what is sent, and whatever a person chose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_noop as _

from kashuv.foundation.journal import writing as journal
from kashuv.foundation.sentences import Sentence
from kashuv.rooms.post.channels.imap import Place
from kashuv.rooms.post.models import Copy, Folder, Mailbox
from kashuv.rooms.post.rules import roles
from kashuv.rooms.team.models import Member

LONGEST = 500  # characters of a path


@transaction.atomic
def learn(mailbox: Mailbox, places: Sequence[Place]) -> list[Folder]:
    """The folders that are followed and still stand on the server, what comes in first; all others are learned too.

    A followed folder that has vanished keeps its row, so that it can be shown that it is missing.
    """
    there = {
        place.path: roles.role_of(place.path, place.marks) for place in places if len(place.path) <= LONGEST
    }
    known = {folder.path for folder in _of(mailbox)}
    new = [_folder(mailbox, path, role) for path, role in there.items() if path not in known]
    Folder.objects.bulk_create(new, ignore_conflicts=True)  # another look may learn of them at the same time
    folders = _of(mailbox)
    for folder in folders:
        if folder.path not in there:
            _vanish(folder)
    standing = [folder for folder in folders if folder.followed and folder.path in there]
    return sorted(
        standing, key=lambda folder: (folder.role != Folder.Role.INBOX, folder.role != Folder.Role.SENT)
    )


def missing(mailbox: Mailbox, places: Sequence[Place]) -> list[str]:
    """The followed folders that the server has no more."""
    there = {place.path for place in places}
    return [folder.path for folder in _of(mailbox) if folder.followed and folder.path not in there]


def gone_words(path: str) -> Sentence:
    """Says that a followed folder is missing."""
    said = _("The folder %(path)s is no longer on the server; choose which folders to follow.")
    return Sentence(said, {"path": path})


@transaction.atomic
def choose(folder: Folder, followed: bool, *, by: Member, at: datetime) -> None:
    """Follows a folder from now on, or no more: then its copies are forgotten; the letters stay."""
    if not followed:
        _forget(folder)
    Folder.objects.within(folder.workspace_id).filter(pk=folder.pk).update(followed=followed)
    folder.followed = followed
    verb = "folder.followed" if followed else "folder.left"
    journal.write(journal.line(folder.workspace_id, verb, folder.id, at=at, by=by.id, path=folder.path))


def _of(mailbox: Mailbox) -> list[Folder]:
    return list(Folder.objects.within(mailbox.workspace_id).filter(mailbox_id=mailbox.id))


def _folder(mailbox: Mailbox, path: str, role: str) -> Folder:
    return Folder(
        workspace_id=mailbox.workspace_id,
        mailbox=mailbox,
        path=path,
        role=role,
        followed=roles.followed_at_first(role),
    )


def _vanish(folder: Folder) -> None:
    """Its copies are gone with it; what nobody chose is forgotten altogether."""
    _forget(folder)
    if not folder.followed:
        Folder.objects.within(folder.workspace_id).filter(pk=folder.pk).delete()


def _forget(folder: Folder) -> None:
    Copy.objects.within(folder.workspace_id).filter(folder_id=folder.id).delete()
    afresh = {"validity": None, "next_uid": 1, "modseq": 0, "above": None, "theirs": None, "ours": None}
    Folder.objects.within(folder.workspace_id).filter(pk=folder.pk).update(**afresh)
    for name, value in afresh.items():
        setattr(folder, name, value)
