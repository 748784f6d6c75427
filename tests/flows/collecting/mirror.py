"""What a server holds and what our mirror says of it, in the same terms, to be compared."""

from __future__ import annotations

from hashlib import sha256

from imapclient import IMAPClient

from kashuv.language.mime import TooMuch, open_letter
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.post import parcels
from kashuv.rooms.post.letters import Delivery
from kashuv.rooms.post.models import Copy, Folder, Letter, Mailbox

Lying = dict[int, tuple[tuple[str, ...], str]]  # by UID: flags, and what the letter is known by


def theirs(imap: IMAPClient, path: str) -> Lying:
    imap.select_folder(path, readonly=True)
    uids = imap.search()
    told = imap.fetch(uids, ["FLAGS", "BODY.PEEK[]"])
    return {uid: (_flags(told[uid][b"FLAGS"]), known_by(told[uid][b"BODY[]"])) for uid in uids}


def _flags(flags: tuple[bytes, ...]) -> tuple[str, ...]:
    return tuple(sorted(flag.decode() for flag in flags if flag != b"\\Recent"))


def known_by(raw: bytes) -> str:
    """A letter's identity; of one that can't be opened, its bytes."""
    try:
        return Delivery.of(raw, open_letter(raw)).identity.hex() if raw.strip() else _name(raw)
    except TooMuch:
        return _name(raw)


def _name(raw: bytes) -> str:
    return sha256(raw).hexdigest()


def ours(mailbox: Mailbox, path: str) -> Lying:
    folder = Folder.objects.within(mailbox.workspace_id).get(mailbox_id=mailbox.id, path=path)
    rows = Copy.objects.within(mailbox.workspace_id).filter(folder_id=folder.id)
    return {row.uid: (tuple(row.flags), _kept_as(row)) for row in rows.select_related("letter", "parcel")}


def _kept_as(row: Copy) -> str:
    if row.letter:
        return bytes(row.letter.identity).hex()
    return _name(parcels.open(row.parcel)) if row.parcel else "?"


def each_once_on_the_timeline(mailbox: Mailbox) -> bool:
    """Whether every letter has one entry, and every entry of mail its letter."""
    letters = sorted(Letter.objects.within(mailbox.workspace_id).values_list("id", flat=True))
    entries = Entry.objects.within(mailbox.workspace_id).filter(kind="mail")
    return sorted(entries.values_list("letter_id", flat=True)) == letters
