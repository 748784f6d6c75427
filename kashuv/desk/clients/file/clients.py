"""A new client, a change to one, and the frame in which we see him."""

from __future__ import annotations

import uuid
from typing import Any

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from kashuv.desk.clients.file.forms import ClientForm
from kashuv.desk.clients.file.sheet import Sheet, show
from kashuv.desk.clients.words import FRAMES
from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import back, say
from kashuv.foundation import clock
from kashuv.rooms.care import pulse
from kashuv.rooms.clients import register
from kashuv.rooms.clients.models import Client
from kashuv.rooms.team.models import Member

FIELDS = ("name", "owner", "since", "cadence_days", "language", "exclusive")
SALT = "kashuv.client.was"


def client_seen(member: Member, key: uuid.UUID) -> Client:
    """The client through the gate; Http404 if there is none to see."""
    client = Client.objects.seen_by(member).filter(pk=key).select_related("owner").first()
    if client is None:
        raise Http404
    return client


@for_members
def new(request: HttpRequest) -> HttpResponse:
    """A client by hand."""
    member = request.member
    initial = {"owner": member.id, "language": member.workspace.language, "name": request.GET.get("name", "")}
    form = _form(request, initial)
    if not form.is_valid():
        return show(request, Sheet(gettext("A new client"), form, gettext("Take in")))
    told, now = _told(member, form), clock.now()
    client = register.admit(member.workspace, told.pop("name"), by=member, at=now, **told)
    pulse.feel(member.workspace_id, [client.id], now)
    say(request, gettext("%(name)s is in.") % {"name": client.name})
    return _on_to(request, reverse("client", args=[client.id]))


@for_members
def edit(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """What we know of the client."""
    found = client_seen(request.member, client)
    form = _form(request, {**_plain(found), "owner": found.owner_id})
    if not form.is_valid():
        return show(request, Sheet(gettext("Edit"), form, gettext("Save"), found))
    was = signing.dumps(_plain(found), salt=SALT, compress=True)
    register.update(found, by=request.member, at=clock.now(), **_told(request.member, form))
    say(request, gettext("Saved."), undo=reverse("client-restoring", args=[client, was]))
    return back(request, reverse("client", args=[client]))


@require_POST
@for_members
def restoring(request: HttpRequest, client: uuid.UUID, was: str) -> HttpResponse:
    """Undoes a change: what stood before came along, signed."""
    found = client_seen(request.member, client)
    try:
        form = ClientForm(signing.loads(was, salt=SALT), team=_team(request.member))
    except signing.BadSignature:
        raise Http404 from None
    if form.is_valid():
        register.update(found, by=request.member, at=clock.now(), **_told(request.member, form))
        say(request, gettext("As it was before."))
    return back(request, reverse("client", args=[client]))


@require_POST
@for_members
def framing(request: HttpRequest, client: uuid.UUID, frame: str) -> HttpResponse:
    """Another frame, chosen on purpose."""
    found = client_seen(request.member, client)
    if frame not in FRAMES:
        raise Http404
    undo = reverse("client-framing", args=[client, found.frame])
    register.update(found, by=request.member, at=clock.now(), frame=frame)
    say(request, gettext("How we see them now: %(frame)s") % {"frame": FRAMES[frame]}, undo=undo)
    return back(request, reverse("client", args=[client]))


def _form(request: HttpRequest, initial: dict[str, Any]) -> ClientForm:
    given = request.POST if request.method == "POST" else None
    return ClientForm(given, initial=initial, team=_team(request.member))


def _team(member: Member) -> list[tuple[str, str]]:
    team = Member.objects.within(member.workspace_id).filter(active=True).order_by("name")
    return [(str(one.id), one.name) for one in team]


def _told(member: Member, form: ClientForm) -> dict[str, Any]:
    """What the form says, in the register's terms."""
    told = {field: form.cleaned_data[field] for field in FIELDS}
    owner = Member.objects.within(member.workspace_id).filter(pk=told["owner"] or None)
    return {**told, "owner": owner.first() if told["owner"] else None}


def _plain(client: Client) -> dict[str, Any]:
    """What stands now, as plain values that an address can carry."""
    plain = {field: getattr(client, field) for field in FIELDS if field != "owner"}
    return {
        **plain,
        "owner": str(client.owner_id or ""),
        "since": client.since.isoformat() if client.since else "",
    }


def _on_to(request: HttpRequest, address: str) -> HttpResponse:
    """On to the new client's page, also out of a sheet."""
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": address})
    return HttpResponseRedirect(address, status=303)
