"""A visit to a mailbox: the newest talks first, then the past in batches, and in the end the proof that all is here.

It may be broken off at any moment: the next one goes on from what is written. When the connection breaks off, it is made
anew; the letters that were being handed over are then asked for one by one, and the one at which it breaks again waits
until all others are in.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kashuv.flows import acquaintance
from kashuv.flows.arrived import Tally
from kashuv.flows.collecting.taking import ReadingRoom, Taker
from kashuv.foundation import clock
from kashuv.foundation.sentences import Sentence
from kashuv.rooms.clients import register
from kashuv.rooms.post import copies, folders, mailboxes, renaming
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.channels.imap import Cut, Postbox, Trouble, entered
from kashuv.rooms.post.collecting import Follower
from kashuv.rooms.post.models import Copy, Folder, Mailbox
from kashuv.rooms.post.proving import Locked, proof_of
from kashuv.rooms.team.models import Workspace

FIRST = 50  # letters of each folder that are taken in before anything older
BATCH = 200
BATCH_BYTES = 8 * 1024 * 1024
MOST_BYTES = 50 * 1024 * 1024
LAST_WORD = (
    900.0  # seconds for what is being handed over when the time is up: a large letter over a slow line
)
FALLS = 5  # times that a connection may break off in one visit
TOO_LONG = "This letter is larger than 50 MB."


@dataclass
class Visit:
    """What a visit found; `told` is the count of letters per folder's path, `more` says that its time ran out."""

    mailbox: Mailbox
    at: datetime
    told: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    followed: list[Folder] = field(default_factory=list)
    troubles: list[Sentence] = field(default_factory=list)
    more: bool = False

    @property
    def new(self) -> int:
        return sum(tally.new for tally in self.told.values())


Watcher = Callable[[Visit], None]


def pay(
    mailbox: Mailbox,
    room: ReadingRoom,
    at: datetime,
    *,
    seconds: float = float("inf"),
    watcher: Watcher = lambda visit: None,
) -> Visit:
    """Visits the mailbox, at most so long; what stands in the way is said on the mailbox itself."""
    workspace = Workspace.objects.get(pk=mailbox.workspace_id)
    register.own(workspace, filter(None, (mailbox.address, mailbox.capture)), at=at)
    visit = Visit(mailbox, at)
    with room(workspace, sorted(register.our_addresses(workspace)), at) as read:
        caller = _Caller(visit, Taker(workspace, mailbox, read, at), time.monotonic() + seconds, watcher)
        try:
            caller.call()
        except (Trouble, Locked) as why:
            visit.troubles.append(why.sentence)
        except copies.Overtaken:  # somebody else follows it at the same time, and again and again
            visit.more = True
    _sum_up(workspace, visit)
    return visit


def _sum_up(workspace: Workspace, visit: Visit) -> None:
    """Strangers may turn out to be clients; what was wrong is said, or forgotten."""
    if any(tally.people for tally in visit.told.values()):
        acquaintance.propose(workspace, visit.at, by=visit.mailbox.member)
    if visit.troubles:
        mailboxes.complain(visit.mailbox, visit.troubles[0], at=visit.at)
    else:
        mailboxes.recover(visit.mailbox, at=visit.at)


class _Caller:
    """The one who goes there: keeps the connection, and what it has learned of its dangers."""

    def __init__(self, visit: Visit, taker: Taker, end: float, watcher: Watcher) -> None:
        self._visit, self._taker, self._end, self._watcher = visit, taker, end, watcher
        self._falls = 0
        self._careful = 0  # so many letters are still to be asked for one by one
        self._postbox: Postbox
        self._follower: Follower

    def call(self) -> None:
        """Comes back after a fall, and does whatever is still to do."""
        while True:
            try:
                return self._enter()
            except (Cut, copies.Overtaken):
                self._falls += 1
                if self._falls > FALLS or not self._has_time():
                    raise

    def _enter(self) -> None:
        mailbox, at = self._visit.mailbox, self._visit.at
        server, proof = Server.of(mailbox.fetching), proof_of(mailbox, clock.now())
        with entered(server, proof, whole=self._end - time.monotonic() + LAST_WORD) as self._postbox:
            self._follower = Follower(self._postbox, mailbox.since, at)
            places = self._postbox.places()
            renaming.follow_renamed(mailbox, places, self._postbox, at=at)
            self._visit.followed = folders.learn(mailbox, places)
            self._visit.troubles = [folders.gone_words(path) for path in folders.missing(mailbox, places)]
            self._collect()

    def _collect(self) -> None:
        self._each(self._follower.follow)
        self._each(lambda folder: self._fill(folder, FIRST))
        while self._has_time() and any(self._each(lambda folder: self._fill(folder, BATCH))):
            pass
        self._each(self._follower.prove)
        self._visit.more = any(
            copies.waiting(folder, 1, 1) or folder.above != 1 for folder in self._visit.followed
        )
        self._each(self._ask_again)

    def _each(self, step: Callable[[Folder], object]) -> list[object]:
        """Does it with each folder; one that the server refuses stops no other."""
        done = []
        for folder in list(self._visit.followed):
            try:
                done.append(step(folder))
            except Cut:
                raise
            except Trouble as why:
                self._visit.followed.remove(folder)
                told = {"folder": folder.path, "why": why.sentence}
                self._visit.troubles.append(Sentence("%(folder)s: %(why)s", told))
        return done

    def _fill(self, folder: Folder, most: int) -> bool:
        """Takes in the newest that wait; False if none does, and nothing is left to list."""
        self._follower.stand_at(folder)
        most = 1 if self._careful else most
        waiting = copies.waiting(folder, most, BATCH_BYTES)
        while len(waiting) < most and self._follower.list_past(folder):
            waiting = copies.waiting(folder, most, BATCH_BYTES)
        if waiting:
            self._take(folder, waiting)
            self._careful = max(0, self._careful - 1)
            self._watcher(self._visit)
        return bool(waiting)

    def _take(self, folder: Folder, waiting: Sequence[Copy]) -> None:
        self._refuse(folder, [copy.uid for copy in waiting if copy.size > MOST_BYTES], TOO_LONG)
        light = [copy for copy in waiting if copy.size <= MOST_BYTES]
        raws = self._handed_over(folder, light)
        if raws:
            self._count(folder, self._taker.take(folder, raws))

    def _handed_over(self, folder: Folder, waiting: Sequence[Copy]) -> Mapping[int, bytes]:
        """The unknown letters, whole; what the server stumbles over is asked for by itself the next time."""
        try:
            unknown = self._follower.recognise(folder, waiting)
            raws = self._follower.whole(unknown)
            self._settle_missing(folder, [uid for uid in unknown if uid not in raws])
        except Trouble as why:
            self._beware(folder, [copy.uid for copy in waiting])
            if isinstance(why, Cut):
                raise
            return {}
        return raws

    def _settle_missing(self, folder: Folder, uids: Sequence[int]) -> None:
        """What was not handed over has vanished meanwhile, or is there and stubborn."""
        there = [one.uid for one in self._postbox.listed(uids)]
        copies.lose(folder, [uid for uid in uids if uid not in there])
        self._refuse(folder, there, copies.STUBBORN)

    def _beware(self, folder: Folder, uids: Sequence[int]) -> None:
        """Of many, nobody knows yet which was the bad one: they are asked for one by one."""
        if len(uids) == 1:
            self._refuse(folder, uids, copies.STUBBORN)
        else:
            self._careful = len(uids) + 1

    def _refuse(self, folder: Folder, uids: Sequence[int], reason: str) -> None:
        if uids:
            with copies.turn(folder):
                copies.refuse(folder, dict.fromkeys(uids, (reason, b"")), at=self._visit.at)
            self._count(folder, Tally(rejected=len(uids)))

    def _ask_again(self, folder: Folder) -> None:
        """For what was not handed over, when all else is in; a fall here harms nothing any more."""
        for copy in copies.stubborn(folder):
            try:
                self._follower.stand_at(folder)
                raws = self._postbox.raw([copy.uid])
            except Cut:
                return
            except Trouble:
                continue
            if raws:
                self._count(folder, self._taker.take(folder, raws))
                self._follower.prove(folder)

    def _count(self, folder: Folder, tally: Tally) -> None:
        self._visit.told[folder.path].add(tally)

    def _has_time(self) -> bool:
        return time.monotonic() < self._end
