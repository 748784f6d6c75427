"""The people at a client: one more, or better known."""

from __future__ import annotations

import uuid
from typing import Any

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from kashuv.desk.clients.file.clients import client_seen
from kashuv.desk.clients.file.forms import PersonForm
from kashuv.desk.clients.file.sheet import Sheet, show
from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import back, say
from kashuv.foundation import clock
from kashuv.rooms.clients import consents, filing
from kashuv.rooms.clients.models import Address, Person
from kashuv.rooms.team.models import Member

FIELDS = ("name", "role", "form", "decides", "hears_first", "contact_allowed")
SALT = "kashuv.person.was"


@for_members
def new(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """One more person at the client."""
    found = client_seen(request.member, client)
    form = _form(request, {"form": "unknown", "contact_allowed": True})
    if form.is_valid() and _try(form, filing.introduce, found, by=request.member):
        say(request, gettext("%(name)s is written down.") % {"name": form.cleaned_data["name"]})
        return back(request, reverse("client", args=[client]))
    return show(request, Sheet(gettext("Add a person"), form, gettext("Add"), found))


@for_members
def person(request: HttpRequest, client: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """What we know of a person, and where he is reached."""
    found, someone = client_seen(request.member, client), person_seen(request.member, client, key)
    was = _plain(someone)
    form = _form(request, was)
    if form.is_valid() and _try(form, filing.describe, someone, by=request.member):
        say(
            request,
            gettext("Saved."),
            undo=reverse(
                "person-restoring", args=[client, key, signing.dumps(was, salt=SALT, compress=True)]
            ),
        )
        return back(request, reverse("client", args=[client]))
    given = consents.of(someone)
    return show(request, Sheet(someone.name, form, gettext("Save"), found, person=someone, consents=given))


@require_POST
@for_members
def restoring(request: HttpRequest, client: uuid.UUID, key: uuid.UUID, was: str) -> HttpResponse:
    """Undoes a change: what stood before came along, signed."""
    someone = person_seen(request.member, client, key)
    try:
        form = PersonForm(signing.loads(was, salt=SALT))
    except signing.BadSignature:
        raise Http404 from None
    if form.is_valid() and _try(form, filing.describe, someone, by=request.member):
        say(request, gettext("As it was before."))
    return back(request, reverse("client", args=[client]))


def person_seen(member: Member, client: uuid.UUID, key: uuid.UUID) -> Person:
    """The person through the gate; Http404 if there is none to see."""
    found = Person.objects.seen_by(member).filter(pk=key, client_id=client, merged_into__isnull=True).first()
    if found is None:
        raise Http404
    return found


def _form(request: HttpRequest, initial: dict[str, Any]) -> PersonForm:
    return PersonForm(request.POST if request.method == "POST" else None, initial=initial)


def _try(form: PersonForm, verb: Any, noun: Any, *, by: Member) -> bool:
    """Does it; False, with the reason in the form, if an address is somebody else's."""
    told = form.cleaned_data
    about = {field: told[field] for field in FIELDS}
    try:
        verb(noun, mails=told["mails"], phones=told["phones"], by=by, at=clock.now(), **about)
    except filing.Taken as taken:
        form.add_error(None, _taken(by, taken))
        return False
    return True


def _taken(member: Member, taken: filing.Taken) -> str:
    """Whose the address is, unless that is not hers to know."""
    if not Person.objects.seen_by(member).filter(pk=taken.person.pk).exists():
        return gettext("%(typed)s belongs to somebody else already.") % {"typed": taken.typed}
    return gettext("%(typed)s belongs to %(name)s already.") % {
        "typed": taken.typed,
        "name": taken.person.name,
    }


def _plain(person: Person) -> dict[str, Any]:
    """What stands now, as plain values that a form and an address can carry."""
    his = list(Address.objects.within(person.workspace_id).filter(person_id=person.id).order_by("id"))
    return {
        **{field: getattr(person, field) for field in FIELDS},
        "mails": "\n".join(one.typed for one in his if one.kind == Address.Kind.MAIL),
        "phones": "\n".join(one.typed for one in his if one.kind == Address.Kind.PHONE),
    }
