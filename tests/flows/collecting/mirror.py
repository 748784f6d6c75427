"""What a server holds and what our mirror says of it, in the same terms, to be compared."""

from __future__ import annotations

from hashlib import sha256

from imapclient import IMAPClient

from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.post import parcels
from kashuv.rooms.post.models import Copy, Folder, Letter, Mailbox

Lying = dict[int, tuple[tuple[str, ...], str]]  # by UID: flags, and the content's name


def theirs(imap: IMAPClient, path: str) -> Lying:
    imap.select_folder(path, readonly=True)
    told = imap.fetch(imap.search(), ["FLAGS", "BODY.PEEK[]"])
    return {uid: (_flags(one[b"FLAGS"]), sha256(one[b"BODY[]"]).hexdigest()) for uid, one in told.items()}


def _flags(flags: tuple[bytes, ...]) -> tuple[str, ...]:
    return tuple(sorted(flag.decode() for flag in flags if flag != b"\\Recent"))


def ours(mailbox: Mailbox, path: str) -> Lying:
    """Of a letter that lies in many forms, the content counts by which it is one."""
    folder = Folder.objects.within(mailbox.workspace_id).get(mailbox_id=mailbox.id, path=path)
    rows = (
        Copy.objects.within(mailbox.workspace_id)
        .filter(folder_id=folder.id)
        .select_related("letter__parcel", "parcel")
    )
    return {row.uid: (tuple(row.flags), _content(row)) for row in rows}


def _content(row: Copy) -> str:
    parcel = row.letter.parcel if row.letter else row.parcel
    return sha256(parcels.open(parcel)).hexdigest() if parcel else ""


def each_once_on_the_timeline(mailbox: Mailbox) -> bool:
    """Whether every letter has one entry, and every entry of mail its letter."""
    letters = sorted(Letter.objects.within(mailbox.workspace_id).values_list("id", flat=True))
    entries = Entry.objects.within(mailbox.workspace_id).filter(kind="mail")
    return sorted(entries.values_list("letter_id", flat=True)) == letters
