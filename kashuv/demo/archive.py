"""The archive: an old mailbox that was brought in yesterday; the people in it wait to be introduced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime, timedelta
from hashlib import sha256
from random import Random
from zoneinfo import ZoneInfo

from kashuv.demo import arriving
from kashuv.demo.cast import Pack
from kashuv.demo.stage import Beat, Stage
from kashuv.flows import acquaintance
from kashuv.flows.arrived import MailArrived, Tally
from kashuv.flows.incoming import take_in
from kashuv.foundation.journal import writing as journal
from kashuv.rooms.post.models import Refusal, Shipment
from kashuv.rooms.team.models import Member

FILE = "archive.mbox"
EMPTY = "This letter is empty."
AGO = timedelta(hours=20)
OLDEST, APART = 240, 45  # days ago; each talk is so much younger than the one before
UNHURRIED = (18.0, 50.0)


def bring(noa: Member, pack: Pack, now: datetime, seed: int) -> Shipment:
    """Takes the mailbox in as a shipment of its own, proposes its people, and tells of the letter that was none."""
    at, workspace = now - AGO, noa.workspace
    letters = list(_letters(pack, at, workspace.zone, Random(f"{seed} archive")))
    size = sum(len(letter.raw) for letter in letters)
    shipment = Shipment.objects.create(
        workspace_id=workspace.id, by=noa, state=Shipment.State.ARRIVED, sources=[FILE], total=size, done=size,
        started_at=at, ended_at=at,
    )  # fmt: skip
    tally = take_in(workspace, letters, shipment=shipment, by=noa, at=at)
    tally.clients += acquaintance.propose(workspace, at, shipment.id, by=noa)
    _refuse(shipment, size, tally)
    _arrive(shipment, tally, at)
    return shipment


def _letters(pack: Pack, now: datetime, zone: ZoneInfo, rng: Random) -> Iterator[MailArrived]:
    """What was written to and fro with each of them, long ago and answered by us."""
    beats: list[Beat] = []
    for number, stranger in enumerate(pack.noise.UNKNOWN):
        stage = Stage(stranger, pack, now, zone, rng)
        talk = pack.noise.UNKNOWN_TALKS[number : number + 1]
        beats += stage.talk(talk, OLDEST - APART * number, ours=UNHURRIED, theirs=UNHURRIED)
    for _, arrival in arriving.arrivals(beats, pack, zone):
        assert isinstance(arrival, MailArrived)
        yield arrival


def _refuse(shipment: Shipment, place: int, tally: Tally) -> None:
    """The last of the file breaks off before its first word."""
    source = f"{FILE}, byte {place}"
    Refusal.objects.create(
        workspace_id=shipment.workspace_id, shipment=shipment, source=source, reason=EMPTY,
        digest=sha256(source.encode()).digest(),
    )  # fmt: skip
    tally.messages += 1
    tally.rejected += 1


def _arrive(shipment: Shipment, tally: Tally, at: datetime) -> None:
    counts = {name: number for name, number in asdict(tally).items() if name != "touched"}
    Shipment.objects.within(shipment.workspace_id).filter(pk=shipment.pk).update(counts=counts)
    journal.write(journal.line(shipment.workspace_id, "shipment.arrived", shipment.id, at=at, **counts))
