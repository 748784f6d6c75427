"""A shipment as its page tells of it: on its way with a rate and the time left, or arrived with its report."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import Http404
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kashuv.rooms.post.models import Refusal, Shipment
from kashuv.rooms.team.models import Member
from kashuv.transfer.arriving import wording
from kashuv.transfer.arriving.returning import Left

SHOWN = 500
PAST = 30
STATES = {
    "waiting": _("Waiting for its turn"),
    "moving": _("On its way"),
    "arrived": _("Arrived"),
    "failed": _("Interrupted"),
    "returning": _("Being taken back"),
    "taken_back": _("Taken back"),
}
UNDERWAY = (Shipment.State.WAITING, Shipment.State.MOVING, Shipment.State.RETURNING)
MINUTE = 60


@dataclass(frozen=True, slots=True)
class Way:
    """How far it came: percent of the bytes, messages so far, messages a second, and the time left in words."""

    percent: int
    count: int
    rate: int
    left: str


@dataclass(frozen=True, slots=True)
class ShipmentPage:
    """Everything that the page shows."""

    shipment: Shipment
    state: object
    way: Way
    summary: str
    guessed: str
    refusals: tuple[tuple[str, str], ...]
    refused: int

    @property
    def is_moving(self) -> bool:
        return self.shipment.state in UNDERWAY


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier shipment in one line."""

    id: uuid.UUID
    sources: str
    state: object
    at: datetime
    summary: str


def shipment_seen(member: Member, key: uuid.UUID) -> Shipment:
    """The shipment: one's own, or anybody's for those who lead; Http404 if there is none to see."""
    found = Shipment.objects.within(member.workspace_id).filter(pk=key)
    shipment = (found if member.leads else found.filter(by_id=member.id)).first()
    if shipment is None:
        raise Http404
    return shipment


def shipment_page(member: Member, key: uuid.UUID, now: datetime) -> ShipmentPage:
    """The page for this member."""
    shipment = shipment_seen(member, key)
    refused = Refusal.objects.within(member.workspace_id).filter(shipment_id=shipment.id).order_by("id")
    told = ((source, gettext(reason)) for source, reason in refused.values_list("source", "reason")[:SHOWN])
    return ShipmentPage(
        shipment,
        STATES[shipment.state],
        _way(shipment, now),
        _summary(shipment),
        shipment.options.get("guessed", ""),
        tuple(told),
        refused.count(),
    )


def past(member: Member) -> tuple[Past, ...]:
    """What was brought in before, the latest first."""
    shipments = Shipment.objects.within(member.workspace_id).order_by("-started_at")
    mine = shipments if member.leads else shipments.filter(by_id=member.id)
    return tuple(_past(one) for one in mine[:PAST])


def _past(one: Shipment) -> Past:
    return Past(one.id, ", ".join(one.sources[:3]), STATES[one.state], one.started_at, _summary(one))


def _summary(one: Shipment) -> str:
    """What it brought or, once it was taken back, what went and what stays."""
    if one.state == Shipment.State.TAKEN_BACK and (left := one.options.get("left")):
        return wording.taken_back(Left(**left))
    return wording.summary(one.counts) if one.counts else ""


def _way(shipment: Shipment, now: datetime) -> Way:
    count = shipment.counts.get("messages", 0)
    spent = max((now - shipment.started_at).total_seconds(), 0.1)
    left = spent * (shipment.total - shipment.done) / shipment.done if shipment.done else None
    percent = min(100, shipment.done * 100 // shipment.total) if shipment.total else 0
    return Way(percent, count, round(count / spent), _left(left))


def _left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    minutes = round(timedelta(seconds=seconds).total_seconds() / MINUTE)
    if minutes < 1:
        return gettext("less than a minute left")
    return ngettext("about %(n)d minute left", "about %(n)d minutes left", minutes) % {"n": minutes}
