"""Carries a shipment: cut ahead, read in the child, written in batches with the place to go on from.

While the parent writes one batch the child reads the next. A batch is one transaction that also moves the
shipment's cursor, so that a kill at any moment loses nothing and doubles nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from kashuv.flows import acquaintance, incoming
from kashuv.flows.arrived import Arrived, ContactArrived, EventArrived, MailArrived, Tally
from kashuv.foundation import statistics
from kashuv.foundation.journal import writing as journal
from kashuv.rooms.care import pulse
from kashuv.rooms.clients import register
from kashuv.rooms.post.models import Shipment
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member, Workspace
from kashuv.transfer.arriving import cutting, mine, refusals, shipping
from kashuv.transfer.arriving.calendar import arrivals
from kashuv.transfer.arriving.house import moving
from kashuv.transfer.arriving.pieces import Piece, Source
from kashuv.transfer.arriving.reader import wire
from kashuv.transfer.arriving.reader.room import Room

BATCH = 200
BATCH_BYTES = 8 * 1024 * 1024
COUNTED = [field.name for field in fields(Tally) if field.name != "touched"]
Cut = tuple[int, Piece]  # a piece and the number of its source
Watcher = Callable[[Shipment], None]


class Overtaken(Exception):
    """Somebody else is carrying the same shipment."""


def carry(shipment: Shipment, at: datetime, watcher: Watcher = lambda shipment: None) -> Shipment:
    """Brings in whatever of the shipment is still outside; `watcher` is told after each batch."""
    workspace = Workspace.objects.get(pk=shipment.workspace_id)
    sources = shipping.plan_of(shipment)
    _set_out(workspace, shipment, sources)
    firm = cutting.Firm(workspace.zone, _names(workspace, shipment), shipment.options.get("columns") or {})
    if not shipment.cursor and _take_home(workspace, shipment, sources, at):
        watcher(shipment)
    with _calm_collector(), Room(me=_ours(workspace, shipment), zone=workspace.time_zone, now=at) as room:
        for cuts, answers in _read(room, _batches(_cuts(sources, shipment.cursor, firm))):
            _take(workspace, shipment, cuts, answers, at)
            watcher(shipment)
    _arrive(workspace, shipment, at)
    if shipment.counts["new"] + shipment.counts["people"] >= statistics.MANY:
        statistics.count(connection)
    shipping.clear(shipment)
    return shipment


@transaction.atomic
def _take_home(workspace: Workspace, shipment: Shipment, sources: Sequence[Source], at: datetime) -> bool:
    """Exports of ours come in first and whole, and the shipment goes on behind them; False if there is none."""
    houses = [source for source in sources if source.kind == "house"]
    for house in houses:
        _count(shipment, moving.move_in(workspace, house.file, at), 0)
    if houses:
        shipment.done += sum(house.size for house in houses)
        shipment.cursor = {"source": 0}
        shipment.save(update_fields=["done", "cursor", "counts"])
    return bool(houses)


@contextmanager
def _calm_collector() -> Iterator[None]:
    """Python's search for circles looks at everything held, again and again; with so many rows it took a sixth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _set_out(workspace: Workspace, shipment: Shipment, sources: Sequence[Source]) -> None:
    """Marks the shipment as on its way, and settles who we are before anything is read."""
    if not shipment.options.get("me") and not shipment.cursor:
        guess = mine.guessed(sources, _ours(workspace, shipment))
        if guess:
            shipment.options |= {"me": [guess], "guessed": guess}
    shipment.state, shipment.error = Shipment.State.MOVING, ""
    shipment.save(update_fields=["state", "error", "options"])


def _ours(workspace: Workspace, shipment: Shipment) -> list[str]:
    told = [address.lower() for address in shipment.options.get("me") or () if "@" in address]
    return sorted({*register.our_addresses(workspace), *told})


def _names(workspace: Workspace, shipment: Shipment) -> list[str]:
    """The names that we go by in chats."""
    members = Member.objects.filter(workspace_id=workspace.id).values_list("name", flat=True)
    return [*(shipment.options.get("me") or ()), *members]


def _cuts(sources: Sequence[Source], cursor: Mapping[str, Any], firm: cutting.Firm) -> Iterator[Cut]:
    """All pieces from the cursor on."""
    first = cursor.get("source", 0)
    for number in range(first, len(sources)):
        if sources[number].kind == "house":
            continue
        start = cursor.get("place", "") if number == first else ""
        for piece in cutting.pieces(sources[number], start, firm):
            yield number, piece


def _batches(cuts: Iterable[Cut]) -> Iterator[list[Cut]]:
    """Bundles that are small enough to be held twice, in the parent and in the child; events never travel with others."""
    held: list[Cut] = []
    size = 0
    for number, piece in cuts:
        if held and (len(held) >= BATCH or size + piece.held > BATCH_BYTES or _parts(held[-1][1], piece)):
            yield held
            held, size = [], 0
        held.append((number, piece))
        size += piece.held
    if held:
        yield held


def _parts(last: Piece, coming: Piece) -> bool:
    """Before a calendar, all else is written: a birthday is kept only of somebody whom we know by then."""
    return coming.kind == "event" != last.kind


def _read(room: Room, batches: Iterator[list[Cut]]) -> Iterator[tuple[list[Cut], list[dict[str, Any]]]]:
    """Each batch with its answers; the next one is in the child's hands before this one is written."""
    batch = next(batches, None)
    if batch:
        room.send(_unread(batch))
    while batch:
        told = iter(room.receive())
        coming = next(batches, None)
        room.send(_unread(coming or ()))
        yield batch, [next(told) if _is_unread(piece) else {} for _, piece in batch]
        batch = coming


def _unread(batch: Sequence[Cut]) -> list[Piece]:
    return [piece for _, piece in batch if _is_unread(piece)]


def _is_unread(piece: Piece) -> bool:
    return not (piece.refused or piece.ready or piece.left_out)


@transaction.atomic
def _take(
    workspace: Workspace,
    shipment: Shipment,
    cuts: Sequence[Cut],
    answers: Sequence[Mapping[str, Any]],
    at: datetime,
) -> None:
    """One batch, whole or not at all."""
    arrived: list[Arrived] = []
    refused: list[refusals.Refused] = []
    left_out = 0
    for (_, piece), answer in zip(cuts, answers, strict=True):
        reason = piece.refused or answer.get("refused", "")
        if reason:
            refused.append(refusals.Refused(piece.where, reason, piece.raw))
            continue
        told = _arrived(workspace, piece, answer)
        left_out += all(isinstance(one, EventArrived) for one in told)
        arrived += told
    tally = incoming.take_in(workspace, arrived, shipment=shipment, by=shipment.by, at=at)
    refusals.write(shipment, refused)
    tally.messages += len(refused)
    tally.rejected += len(refused)
    _move_on(shipment, cuts, tally, left_out)


def _arrived(workspace: Workspace, piece: Piece, answer: Mapping[str, Any]) -> list[Arrived]:
    if piece.left_out:
        return []
    if piece.ready:
        return [piece.ready]
    if "letter" in answer:
        return [MailArrived(piece.raw, wire.letter(answer["letter"]), wire.reading(answer["reading"]))]
    if piece.said:
        return [replace(piece.said, reading=wire.reading(answer["reading"]))]
    if "contacts" in answer:
        return [ContactArrived(wire.contact(told)) for told in answer["contacts"]]
    return arrivals.of(workspace, answer)


def _move_on(shipment: Shipment, cuts: Sequence[Cut], tally: Tally, left_out: int) -> None:
    """The cursor behind what was just written, unless somebody else has moved it meanwhile."""
    number, last = cuts[-1]
    before = shipment.done
    shipment.done += sum(piece.weight for _, piece in cuts)
    shipment.cursor = {"source": number, "place": last.after} if last.after != "" else {"source": number + 1}
    _count(shipment, tally, left_out)
    underway = Shipment.objects.within(shipment.workspace_id).filter(
        pk=shipment.pk, done=before, state=Shipment.State.MOVING
    )
    if not underway.update(done=shipment.done, cursor=shipment.cursor, counts=shipment.counts):
        raise Overtaken("These files are being brought in by another process just now; let it finish.")


def _count(shipment: Shipment, tally: Tally, left_out: int) -> None:
    counts = {name: shipment.counts.get(name, 0) + getattr(tally, name) for name in COUNTED}
    shipment.counts = counts | {"left_out": shipment.counts.get("left_out", 0) + left_out}


@transaction.atomic
def _arrive(workspace: Workspace, shipment: Shipment, at: datetime) -> None:
    """Who of all these people may be a client, what was promised to them, how each is felt now, and the end of the way."""
    promises = Promise.objects.within(workspace.id)
    before = promises.count()
    counts = dict.fromkeys(COUNTED, 0) | shipment.counts
    counts["clients"] += acquaintance.propose(workspace, at, shipment.id, by=shipment.by)
    pulse.feel_all(workspace.id, at)  # of those whom its batches touched, a kill may have forgotten some
    counts["promises"] += promises.count() - before
    shipment.counts, shipment.state, shipment.ended_at = counts, Shipment.State.ARRIVED, at
    shipment.save(update_fields=["counts", "state", "ended_at"])
    journal.write(journal.line(workspace.id, "shipment.arrived", shipment.id, at=at, **counts))
