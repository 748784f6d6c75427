"""The views of bringing in."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from kashuv.desk.bringing import handing
from kashuv.desk.bringing.looking import corrections, looking_page
from kashuv.desk.bringing.page import past, shipment_page, shipment_seen
from kashuv.desk.bringing.report import refusals_as_csv
from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import say
from kashuv.foundation import clock
from kashuv.foundation.queue import line
from kashuv.rooms.post.models import Refusal, Shipment
from kashuv.rooms.team.models import Member
from kashuv.transfer.arriving import shipping

RETURNABLE = (Shipment.State.ARRIVED, Shipment.State.FAILED)


@for_members
def bringing(request: HttpRequest) -> HttpResponse:
    """Files are chosen, and what was brought in before is listed."""
    wrong = ""
    if request.method == "POST":
        files = request.FILES.getlist("files")
        try:
            if files:
                return _on(reverse("bringing-looking", args=[handing.hand_over(request, files)]))
            wrong = gettext("Choose at least one file.")
        except handing.TooBig:
            wrong = gettext(
                "That is more than fits at once. Bring it in parts, or with the command kashuv bring."
            )
    page = {
        "past": past(request.member),
        "wrong": wrong,
        "most_files": handing.MOST_FILES,
        "most_bytes": handing.MOST_BYTES,
    }
    return render(request, "bringing/bringing.html", {"page": page}, status=422 if wrong else 200)


@for_members
def looking(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """What was recognised; on the second press it is sent on its way, and the worker looks into it."""
    files = handing.handed_over(request, key)
    page = looking_page(request.member.workspace, key, files)
    if request.method != "POST" or not page.can_start:
        return render(
            request, "bringing/looking.html", {"page": page}, status=200 if request.method != "POST" else 422
        )
    told = {
        "me": request.POST.get("ours", "").split(),
        "columns": corrections(page.seen, request.POST.dict()),
    }
    shipment = shipping.announce(request.member.workspace, files, told, request.member, clock.now(), key)
    _send_off(shipment)
    return _on(reverse("shipment", args=[shipment.id]))


@require_POST
@for_members
def withdrawal(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The files are thrown away, unread."""
    handing.handed_over(request, key)
    handing.take_away(request, key)
    say(request, gettext("Nothing was brought in; the files are thrown away."))
    return _on(reverse("bringing"))


@require_safe
@for_members
def shipment(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """How far it came, and what it brought."""
    return render(
        request, "bringing/shipment.html", {"page": shipment_page(request.member, key, clock.now())}
    )


@require_POST
@for_members
def resuming(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One more try, from where it was interrupted."""
    found = shipment_seen(request.member, key)
    if found.state == Shipment.State.FAILED:
        _send_off(found)
        say(request, gettext("It goes on from where it stopped."))
    return _on(reverse("shipment", args=[key]))


@for_members
def returning(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Asked first, then done by the worker: what it brought and nobody has touched goes, the rest stays and is told."""
    found = shipment_seen(request.member, key)
    if request.method != "POST" or found.state not in RETURNABLE:
        return render(request, "bringing/returning.html", {"shipment": found})
    _send_back(found, request.member)
    return _on(reverse("shipment", args=[key]))


@require_safe
@for_members
def refusals(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Every refusal with its reason, as a table to keep."""
    found = shipment_seen(request.member, key)
    rows = Refusal.objects.within(found.workspace_id).filter(shipment_id=found.id).order_by("id")
    return refusals_as_csv(rows.values_list("source", "reason").iterator(2000))


def _send_off(shipment: Shipment) -> None:
    """A job for the worker; its key counts the tries."""
    now = clock.now()
    Shipment.objects.within(shipment.workspace_id).filter(pk=shipment.pk).update(state=Shipment.State.WAITING)
    told = {"shipment": str(shipment.id)}
    line.enqueue(shipment.workspace_id, "carry", told, key=f"{shipment.id}:{now:%Y%m%d%H%M%S}", at=now)


def _send_back(shipment: Shipment, by: Member) -> None:
    """A job for the worker; a second press finds it on its way."""
    ours = Shipment.objects.within(shipment.workspace_id).filter(pk=shipment.pk, state__in=RETURNABLE)
    if ours.update(state=Shipment.State.RETURNING):
        now = clock.now()
        told = {"shipment": str(shipment.id), "by": str(by.id)}
        line.enqueue(
            shipment.workspace_id, "take_back", told, key=f"{shipment.id}:back:{now:%Y%m%d%H%M%S}", at=now
        )


def _on(address: str) -> HttpResponse:
    return HttpResponseRedirect(address, status=303)
