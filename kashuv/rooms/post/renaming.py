"""Renaming: a followed folder that goes by another name now is found by what lies in it, and followed on.

The name is all that IMAP says of a folder. But a renamed one keeps its UIDVALIDITY and the UIDs of its letters; where both
are the same, and the letters under these UIDs are those that we have, it is that folder, and nothing is fetched anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction

from kashuv.foundation.journal import writing as journal
from kashuv.rooms.post import copies, recognising
from kashuv.rooms.post.channels.imap import Cut, Look, Place, Postbox, Trouble
from kashuv.rooms.post.folders import LONGEST
from kashuv.rooms.post.models import Folder, Mailbox
from kashuv.rooms.post.rules import roles

WITNESSES = 10  # the newest letters of a folder, by which it is known
MOST_ASKED = 100  # unknown folders that are opened to look


def follow_renamed(
    mailbox: Mailbox, places: Sequence[Place], postbox: Postbox, *, at: datetime
) -> list[Folder]:
    """The followed folders that were renamed, under their new names; to be asked before what is missing is forgotten."""
    known = {
        folder.path: folder for folder in Folder.objects.within(mailbox.workspace_id).filter(mailbox=mailbox)
    }
    there = {place.path for place in places}
    lost = [
        one for path, one in known.items() if path not in there and one.followed and one.validity is not None
    ]
    if not lost:
        return []
    new = [place for place in places if place.path not in known and len(place.path) <= LONGEST][:MOST_ASKED]
    found = []
    for place, look in _looked_at(postbox, new):
        folder = next((one for one in lost if _is_the_same(one, look, postbox)), None)
        if folder is not None:
            lost.remove(folder)
            _rename(folder, place, at)
            found.append(folder)
    return found


def _looked_at(postbox: Postbox, places: Sequence[Place]) -> Iterator[tuple[Place, Look]]:
    """Each of them, opened; what the server does not open is passed over."""
    for place in places:
        try:
            yield place, postbox.look(place.path)
        except Cut:
            raise
        except Trouble:
            continue


def _is_the_same(folder: Folder, look: Look, postbox: Postbox) -> bool:
    """Whether what is open now is that folder: all of its newest letters that are there are ours, and one at least."""
    if look.validity != folder.validity or look.next_uid < folder.next_uid:
        return False
    ours = copies.of(folder).filter(letter__isnull=False).order_by("-uid")[:WITNESSES]
    letters = dict(ours.values_list("uid", "letter_id"))
    listed = postbox.listed(sorted(letters))
    theirs = recognising.known(
        folder.workspace_id,
        postbox.beginnings([one.uid for one in listed]),
        {one.uid: one.size for one in listed},
    )
    return bool(listed) and all(theirs.get(one.uid) == letters[one.uid] for one in listed)


@transaction.atomic
def _rename(folder: Folder, place: Place, at: datetime) -> None:
    """Its mirror goes with it; whoever chose it does not have to choose it again."""
    before, folder.path = folder.path, place.path
    role = roles.role_of(place.path, place.marks)
    folder.role = role if role != Folder.Role.OTHER else folder.role
    here = Folder.objects.within(folder.workspace_id)
    here.filter(mailbox_id=folder.mailbox_id, path=place.path, followed=False).delete()
    here.filter(pk=folder.pk).update(path=folder.path, role=folder.role)
    journal.write(
        journal.line(folder.workspace_id, "folder.renamed", folder.id, at=at, before=before, path=folder.path)
    )
