"""Collecting: asks a server what has changed in a folder, and brings our mirror in step with it.

The network is asked between the transactions, never inside one. Each step leaves the mirror such that a kill at any
moment only means that the next look does more. What proves that nothing was missed is the count: within one UIDVALIDITY
a UID never comes back, so if all new UIDs are known and the counts are equal, then so are the folders; else the UIDs are
compared one by one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kashuv.rooms.post import copies, recognising
from kashuv.rooms.post.channels.imap import BEGINNING, Look, Postbox
from kashuv.rooms.post.models import Copy, Folder

WINDOW = 1000  # letters of the past that are listed in one go
NEAR = (
    20 * WINDOW
)  # UIDs among which they are looked for first, so that a long past is not told again and again


@dataclass(frozen=True, slots=True)
class Follower:
    """Follows the folders of one mailbox; nothing that came before the day `since` is looked at."""

    postbox: Postbox
    since: date | None
    at: datetime

    def follow(self, folder: Folder) -> int:
        """The mirror of all but the past that is still to be listed equals the server; gives the server's count."""
        look = self.postbox.look(folder.path)
        if look.validity != folder.validity:
            copies.begin_anew(folder, look, at=self.at)
        elif not self._is_as_it_was(folder, look):
            self._follow_changes(folder, look)
            self._list(folder, self.postbox.uids(first=folder.next_uid, since=self.since))
        theirs = len(self.postbox.uids(since=self.since)) if self.since else look.count
        if folder.above == 1 and copies.of(folder).count() == theirs:
            return theirs
        return self._compare_each(folder)

    def stand_at(self, folder: Folder) -> None:
        """Opens the folder anew; Overtaken if the server counts it otherwise by now."""
        if self.postbox.look(folder.path).validity != folder.validity:
            raise copies.Overtaken(folder.path)

    def list_past(self, folder: Folder) -> bool:
        """Lists some more of the past, the newest first; False if all of it is listed."""
        above = folder.above or 1
        if above <= 1:
            return False
        past = self._before(above)
        some = past[-WINDOW:]
        reached = some[0] if len(past) > len(some) else 1
        copies.remember(folder, self.postbox.listed(some), at=self.at, above=reached)
        return True

    def _before(self, above: int) -> list[int]:
        near = self.postbox.uids(since=self.since, first=max(1, above - NEAR), below=above)
        return near if len(near) > WINDOW else self.postbox.uids(since=self.since, below=above)

    def prove(self, folder: Folder) -> bool:
        """Looks once more and sets the server's count beside ours; whether all is here."""
        copies.compare(folder, self.follow(folder), at=self.at)
        return folder.is_in_step

    def _is_as_it_was(self, folder: Folder, look: Look) -> bool:
        return look.modseq > 0 and (look.modseq, look.next_uid) == (folder.modseq, folder.next_uid)

    def _follow_changes(self, folder: Folder, look: Look) -> None:
        """Flags, and what the server says has gone; the modseq moves when all of it is written."""
        if look.modseq and folder.modseq:
            changes = self.postbox.changes(folder.modseq)
            copies.reflag(folder, changes.flags)
            copies.lose_ranges(folder, changes.gone)
        else:
            copies.reflag(folder, self.postbox.flags(copies.uids(folder)))
        copies.remember(folder, [], at=self.at, modseq=look.modseq)

    def _list(self, folder: Folder, uids: Sequence[int]) -> None:
        following = max(folder.next_uid, max(uids, default=0) + 1)
        copies.remember(folder, self.postbox.listed(uids), at=self.at, next_uid=following)

    def _compare_each(self, folder: Folder) -> int:
        """Sets every UID of theirs beside ours; the past that is not listed yet is only counted."""
        theirs = self.postbox.uids(since=self.since)
        there, here = {uid for uid in theirs if uid >= (folder.above or 1)}, set(copies.uids(folder))
        copies.lose(folder, sorted(here - there))
        self._list(folder, sorted(there - here))
        return len(theirs)

    def recognise(self, folder: Folder, waiting: Sequence[Copy]) -> dict[int, bytes]:
        """Settles those whose letter is here already, and gives the beginnings of the unknown ones."""
        sizes = {copy.uid: copy.size for copy in waiting}
        beginnings = self.postbox.beginnings(list(sizes))
        known = recognising.known(folder.workspace_id, beginnings, sizes)
        if known:
            with copies.turn(folder):
                copies.settle(folder, known)
        return {uid: beginnings.get(uid, b"") for uid in sizes if uid not in known}

    def whole(self, beginnings: Mapping[int, bytes]) -> dict[int, bytes]:
        """The letters whole; only those are asked for that are longer than their beginning."""
        short = {uid: raw for uid, raw in beginnings.items() if 0 < len(raw) < BEGINNING}
        return short | self.postbox.raw([uid for uid in beginnings if uid not in short])
