"""Taking somebody in who belongs to nobody yet: as a client of his own, or as a person of one; and the undo of it."""

from __future__ import annotations

import uuid

from django.core import signing
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from kashuv.desk.asking.form import AskingForm
from kashuv.desk.asking.who import WhoField
from kashuv.desk.clients.file.sheet import Sheet, show
from kashuv.desk.clients.introductions.others import FARTHEST, others_page
from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import back, say
from kashuv.flows import acquaintance
from kashuv.foundation import clock
from kashuv.rooms.clients import register
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.team.models import Member

SALT = "kashuv.taking.was"


class BelongingForm(AskingForm):
    """Whose person he is."""

    to = WhoField(label=_("Belongs to"), known=True)


@require_safe
@for_members
def others(request: HttpRequest) -> HttpResponse:
    """Everybody who belongs to no client, or those whom the words of `?q=` name."""
    words = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    page = request.GET.get("page", "")
    place = min(int(page), FARTHEST) if page.isdecimal() and len(page) < 6 else 0
    shown = others_page(request.member, words, place)
    return render(request, "clients/introductions/others.html", {"page": shown})


@require_POST
@for_members
def admitting(request: HttpRequest, person: uuid.UUID) -> HttpResponse:
    """He is a client, with all that was said with him."""
    found, now = _stranger(request.member, person), clock.now()
    with transaction.atomic():
        client = register.admit(
            request.member.workspace, found.name, owner=request.member, by=request.member, at=now
        )
        acquaintance.assign(found, client, by=request.member, at=now)
    words = gettext("%(name)s is a client now, with what was said.") % {"name": client.name}
    return _told(request, found, words, client, made=True)


@for_members
def belonging(request: HttpRequest, person: uuid.UUID) -> HttpResponse:
    """He is a person of a client whom we know, and what was said with him is of that client."""
    found = _stranger(request.member, person)
    form = BelongingForm(request.POST or None, member=request.member)
    if not form.is_valid():
        title = gettext("Whose person is this?")
        return show(request, Sheet(title, form, gettext("Put there"), asks=found.name))
    to = form.cleaned_data["to"].client
    acquaintance.assign(found, to, by=request.member, at=clock.now())
    words = gettext("They belong to %(name)s now, with what was said.") % {"name": to.name}
    return _told(request, found, words, to)


@require_POST
@for_members
def letting_go(request: HttpRequest, person: uuid.UUID, was: str) -> HttpResponse:
    """Undoes either: nobody's again, and whoever became a client by it alone is none after all."""
    member, now = request.member, clock.now()
    found = Person.objects.seen_by(member).filter(pk=person).select_related("client").first()
    try:
        taken, to, made = signing.loads(was, salt=SALT)
    except signing.BadSignature:
        raise Http404 from None
    if found is None or found.client is None or (taken, to) != (str(found.pk), str(found.client_id)):
        raise Http404
    client = found.client
    with transaction.atomic():
        acquaintance.assign(found, None, by=member, at=now)
        if made and not _stands_alone(client):
            register.update(client, by=member, at=now, standing=Client.Standing.DECLINED)
    say(request, gettext("%(name)s belongs to no client again.") % {"name": found.name})
    return back(request, reverse("others"))


def _stands_alone(client: Client) -> bool:
    """Whether something else has been said with him since, or somebody else stands behind him."""
    return Entry.objects.of(client).exists() or Person.objects.of(client).exists()


def _stranger(member: Member, key: uuid.UUID) -> Person:
    """One who belongs to no client; Http404 if there is none such."""
    alone = Person.objects.seen_by(member).strangers().filter(pk=key, merged_into__isnull=True)
    if (found := alone.first()) is None:
        raise Http404
    return found


def _told(
    request: HttpRequest, person: Person, words: str, client: Client, *, made: bool = False
) -> HttpResponse:
    was = signing.dumps([str(person.pk), str(client.pk), made], salt=SALT, compress=True)
    say(request, words, undo=reverse("others-letting-go", args=[person.pk, was]))
    return back(request, reverse("others"))
