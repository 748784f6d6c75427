"""The worker's part: carries a shipment that was handed over in the browser, and tidies what was never sent off."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from kashuv.foundation.belonging import across_workspaces
from kashuv.rooms.post.models import Shipment
from kashuv.rooms.team.models import Member, Workspace
from kashuv.transfer.arriving import carrying, returning, shipping
from kashuv.transfer.arriving.pieces import Unfit

FORGOTTEN = timedelta(days=3)
DONE = (Shipment.State.ARRIVED, Shipment.State.RETURNING, Shipment.State.TAKEN_BACK)


def carry(workspace: Workspace, arguments: Mapping[str, Any], at: datetime) -> None:
    """Brings the shipment in, from wherever an earlier worker fell; who was overtaken has nothing left to do."""
    shipment = Shipment.objects.within(workspace.id).get(pk=arguments["shipment"])
    if shipment.state in DONE:
        return
    try:
        shipping.unpack(shipment)
        carrying.carry(shipment, at)
    except carrying.Overtaken:
        return
    except Unfit as why:
        _fail(shipment, str(why))  # it would be no fitter at a second try
    except Exception as fault:
        _fail(shipment, f"{type(fault).__name__}: {fault}")
        raise


def _fail(shipment: Shipment, reason: str) -> None:
    under_way = (Shipment.State.WAITING, Shipment.State.MOVING)
    here = Shipment.objects.within(shipment.workspace_id).filter(pk=shipment.pk, state__in=under_way)
    here.update(state=Shipment.State.FAILED, error=reason[:2000])


def take_back(workspace: Workspace, arguments: Mapping[str, Any], at: datetime) -> None:
    """Takes the shipment back, once however often it is asked."""
    shipment = Shipment.objects.within(workspace.id).get(pk=arguments["shipment"])
    if shipment.state == Shipment.State.RETURNING:
        by = Member.objects.filter(workspace_id=workspace.id, pk=arguments["by"]).first()
        returning.take_back(shipment, by, at)


def tidy(workspace: Workspace, _: Mapping[str, Any], at: datetime) -> None:
    """Throws away files that were handed over days ago and never became a shipment."""
    for folder in shipping.shelf().glob("*"):
        if datetime.fromtimestamp(folder.stat().st_mtime, UTC) < at - FORGOTTEN and not _is_awaited(
            folder.name
        ):
            shutil.rmtree(folder, ignore_errors=True)


def _is_awaited(key: str) -> bool:
    try:
        with across_workspaces("a folder does not say whose it is"):
            return Shipment.objects.filter(pk=key).exclude(state__in=DONE).exists()
    except ValueError:
        return False
