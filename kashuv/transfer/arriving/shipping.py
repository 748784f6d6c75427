"""Shipments before and after their way: looked at, prepared, found again after a kill."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from kashuv.foundation.journal import writing as journal
from kashuv.foundation.keys import uuid7
from kashuv.rooms.post.models import Shipment
from kashuv.rooms.team.models import Member, Workspace
from kashuv.transfer.arriving import boxes, cutting, gathering
from kashuv.transfer.arriving.contacts import tables
from kashuv.transfer.arriving.pieces import Source, Unfit
from kashuv.transfer.arriving.text import decoded

SEEN = 200  # pieces that are cut to estimate how many there are


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a file looks like before it is brought in; `columns` and `rows` are of a table, `mapping` what they are taken for."""

    kind: str
    name: str
    count: int
    reason: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    mapping: Mapping[int, str] = field(default_factory=dict)


def look(path: Path, us: Sequence[str] = ()) -> list[Sighting]:
    """What lies at a path, with an estimate of how much; nothing is written."""
    return [_sighting(source, us) for source in gathering.gather([path])]


def _sighting(source: Source, us: Sequence[str]) -> Sighting:
    if source.kind in ("unknown", "box", "house"):
        return Sighting(source.kind, source.name, 0, source.reason)
    seen = list(islice(cutting.pieces(source, "", cutting.Firm(ZoneInfo("UTC"), us)), SEEN))
    weight = sum(piece.weight for piece in seen)
    count = len(seen) if len(seen) < SEEN else max(SEEN, round(SEEN * source.size / weight))
    reason = next((piece.refused for piece in seen if piece.refused and len(seen) == 1), "")
    if source.kind != "table":
        return Sighting(source.kind, source.name, count, reason)
    table = tables.opened(decoded(source.file.read_bytes()[: 1 << 20]))
    return Sighting(source.kind, source.name, count, reason, table.header, table.sample[:5], table.mapped)


def prepare(
    workspace: Workspace,
    files: Iterable[Path],
    options: Mapping[str, Any],
    by: Member | None,
    at: datetime,
    key: uuid.UUID | None = None,
) -> Shipment:
    """A shipment of what lies at these paths, or the unfinished one of the very same; Unfit if there is nothing to take.

    `options`: "me", our addresses and names; "columns", corrections by a table's name, as `columns.corrected` takes
    them. `key` names the shipment for whose files `folder_of(key)` was filled beforehand; it is emptied at the end.
    """
    found = gathering.gather(files)
    given = [[source.path, source.size, source.digest] for source in found]
    return _unfinished(workspace, given, options) or _begun(
        workspace, found, given, options, by, at, key or uuid7()
    )


def _unfinished(workspace: Workspace, given: list[Any], options: Mapping[str, Any]) -> Shipment | None:
    """A shipment of the same files that was killed on its way; what is newly told of us is added to it."""
    states = (Shipment.State.WAITING, Shipment.State.MOVING, Shipment.State.FAILED)
    for shipment in (
        Shipment.objects.within(workspace.id).filter(state__in=states).order_by("-started_at")[:50]
    ):
        if shipment.options.get("given") == given:
            shipment.options |= dict(options) | {"me": _joined(shipment.options.get("me"), options.get("me"))}
            shipment.save(update_fields=["options"])
            return shipment
    return None


def _joined(*lists: Sequence[str] | None) -> list[str]:
    return list(dict.fromkeys(one for some in lists for one in some or ()))


def announce(
    workspace: Workspace,
    files: Iterable[Path],
    options: Mapping[str, Any],
    by: Member | None,
    at: datetime,
    key: uuid.UUID,
) -> Shipment:
    """A shipment of files that were laid into `folder_of(key)`, not looked into yet: `unpack` does that, in its time."""
    given = list(files)
    told = {**options, "files": [str(file) for file in given]}
    return _created(workspace, [file.name for file in given], told, by, at, key)


def unpack(shipment: Shipment) -> None:
    """Looks into what was announced and unpacks it, once. Raises Unfit if there is nothing to take."""
    if "plan" in shipment.options:
        return
    found = gathering.gather(map(Path, shipment.options["files"]))
    planned = _planned(found, shipment.id)
    shipment.options |= planned.options
    shipment.sources, shipment.total = planned.names, planned.total
    shipment.save(update_fields=["options", "sources", "total"])


@dataclass(frozen=True, slots=True)
class Planned:
    """What lies in the files, as a shipment keeps it."""

    names: list[str]
    total: int
    options: dict[str, Any]


def _planned(found: Sequence[Source], key: uuid.UUID) -> Planned:
    sources = _in_order(_fit(boxes.unpacked(found, folder_of(key)), key))
    return Planned(
        [source.name for source in sources],
        sum(source.size for source in sources),
        {"plan": [asdict(source) for source in sources]},
    )


def _begun(
    workspace: Workspace,
    found: Sequence[Source],
    given: list[Any],
    options: Mapping[str, Any],
    by: Member | None,
    at: datetime,
    key: uuid.UUID,
) -> Shipment:
    planned = _planned(found, key)
    told = {**options, "given": given, **planned.options}
    return _created(workspace, planned.names, told, by, at, key, planned.total)


def _created(
    workspace: Workspace,
    names: list[str],
    options: dict[str, Any],
    by: Member | None,
    at: datetime,
    key: uuid.UUID,
    total: int = 0,
) -> Shipment:
    shipment = Shipment.objects.create(
        id=key, workspace_id=workspace.id, by=by, sources=names, options=options, total=total, started_at=at
    )
    journal.write(journal.line(workspace.id, "shipment.prepared", key, at=at, by=by.id if by else None))
    return shipment


def _fit(sources: list[Source], key: uuid.UUID) -> list[Source]:
    """The sources, if there is anything to bring in among them; else Unfit, with the first reasons."""
    if all(source.kind == "unknown" for source in sources):
        shutil.rmtree(folder_of(key), ignore_errors=True)
        raise Unfit(" ".join(f"{source.name}: {source.reason}" for source in sources[:3]) or cutting.NOTHING)
    return sources


def _in_order(sources: list[Source]) -> list[Source]:
    """Calendars last: they tell birthdays of people whom the other files introduce."""
    return sorted(sources, key=lambda source: source.kind == "calendar")


def plan_of(shipment: Shipment) -> list[Source]:
    """The sources of a shipment, in their order."""
    return [Source(**told) for told in shipment.options["plan"]]


def folder_of(key: object) -> Path:
    """Where the files of a shipment lie while it is on its way: those handed over, and those unpacked."""
    return shelf() / str(key)


def shelf() -> Path:
    """Where the folders of all shipments lie."""
    return Path(settings.DATA) / "arriving"


def clear(shipment: Shipment) -> None:
    """Throws away what was only kept for the way."""
    shutil.rmtree(folder_of(shipment.id), ignore_errors=True)
