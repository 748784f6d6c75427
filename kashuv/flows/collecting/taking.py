"""Taking in what a server handed over: opened and read elsewhere, taken down the road here, refused alone if need be."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.db import InterfaceError, OperationalError

from kashuv.flows import incoming
from kashuv.flows.arrived import MailArrived, Tally
from kashuv.flows.incoming.cleaning import as_storable
from kashuv.rooms.post import copies, letters
from kashuv.rooms.post.letters import Delivery
from kashuv.rooms.post.models import Folder, Mailbox
from kashuv.rooms.team.models import Workspace

EMPTY = "This letter is empty."

log = logging.getLogger(__name__)

Reader = Callable[
    [Sequence[bytes]], Sequence[MailArrived | str]
]  # each letter opened and read, or why it can't be
ReadingRoom = Callable[[Workspace, Sequence[str], datetime], AbstractContextManager[Reader]]


@dataclass(frozen=True, slots=True)
class Taker:
    """Takes letters of one mailbox in; a batch is one transaction, with the copies that now have their letters."""

    workspace: Workspace
    mailbox: Mailbox
    read: Reader
    at: datetime

    def take(self, folder: Folder, raws: Mapping[int, bytes]) -> Tally:
        """What became of these letters, by UID; what stops one stops no other."""
        filled = {uid: raw for uid, raw in raws.items() if raw.strip()}
        reasons = {uid: (EMPTY, raw) for uid, raw in raws.items() if uid not in filled}
        mails: dict[int, MailArrived] = {}
        for (uid, raw), answer in zip(filled.items(), self.read(list(filled.values())), strict=True):
            if isinstance(answer, str):
                reasons[uid] = (answer, raw)
            else:
                mails[uid] = answer
        return self._take_bravely(folder, mails, reasons)

    def _take_bravely(
        self, folder: Folder, mails: Mapping[int, MailArrived], reasons: Mapping[int, tuple[str, bytes]]
    ) -> Tally:
        """As one batch; if that fails for another reason than the database's own, one by one."""
        try:
            return self._take_in(folder, mails, reasons)
        except (OperationalError, InterfaceError, copies.Overtaken):
            raise
        except Exception:  # whatever a letter breaks, the next one has its turn
            if len(mails) == 1 and not reasons:
                log.exception("A letter in %s could not be taken in.", folder.id)
                return self._take_in(
                    folder, {}, {uid: (copies.STRANGE, mail.raw) for uid, mail in mails.items()}
                )
        tally = Tally()
        for uid, mail in mails.items():
            tally.add(self._take_bravely(folder, {uid: mail}, {}))
        for uid, reason in reasons.items():
            tally.add(self._take_in(folder, {}, {uid: reason}))
        return tally

    def _take_in(
        self, folder: Folder, mails: Mapping[int, MailArrived], reasons: Mapping[int, tuple[str, bytes]]
    ) -> Tally:
        clean = {uid: cast(MailArrived, as_storable(mail)) for uid, mail in mails.items()}
        identities = {uid: Delivery.of(mail.raw, mail.opened).identity for uid, mail in clean.items()}
        arrived, packed = list(clean.values()), incoming.pack(clean.values())
        with copies.turn(folder):
            tally = incoming.take_in(
                self.workspace, arrived, shipment=None, by=self.mailbox.member, at=self.at, packed=packed
            )
            here = letters.keys_of(self.workspace.id, list(identities.values()))
            copies.settle(folder, {uid: here[identity] for uid, identity in identities.items()})
            copies.refuse(folder, reasons, at=self.at)
        tally.rejected += len(reasons)
        return tally
