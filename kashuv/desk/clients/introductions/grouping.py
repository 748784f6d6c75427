"""Grouping: people who were put with the wrong client go to the right one, or become a client of their own."""

from __future__ import annotations

import uuid
from datetime import datetime

from django import forms
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from kashuv.desk.asking.form import AskingForm
from kashuv.desk.asking.who import WhoField
from kashuv.desk.asking.whom import Whom
from kashuv.desk.clients.file.clients import client_seen
from kashuv.desk.clients.file.sheet import Sheet, show
from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import back, say
from kashuv.flows import acquaintance
from kashuv.foundation import clock
from kashuv.rooms.clients import register
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.team.models import Member

SALT = "kashuv.grouping.was"
UNDOABLE = 20  # people whose keys fit into the address of an undo


class GroupingForm(AskingForm):
    """Who moves, and where to."""

    people = forms.MultipleChoiceField(label=_("Who"), widget=forms.CheckboxSelectMultiple)
    to = WhoField(label=_("Belongs to"), help_text=_("A name that nobody has yet becomes a new client."))

    def __init__(self, *args: object, people: list[Person], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["people"].choices = [(str(one.id), one.name) for one in people]  # type: ignore[attr-defined]


@for_members
def grouping(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """Moves people of this client elsewhere, with all that was said with them."""
    found = client_seen(request.member, client)
    people = list(Person.objects.of(found).filter(merged_into__isnull=True).order_by("id"))
    form = GroupingForm(request.POST or None, member=request.member, people=people)
    if not form.is_valid():
        return show(request, Sheet(gettext("Who belongs where"), form, gettext("Move them"), found))
    now, chosen = clock.now(), form.cleaned_data["people"]
    to = _client(request.member, form.cleaned_data["to"], found, now)
    moved = [person.id for person in people if str(person.id) in chosen]
    acquaintance.settle(found.workspace_id, dict.fromkeys(moved, to.id), by=request.member, at=now)
    was = signing.dumps([str(key) for key in moved], salt=SALT, compress=True)
    words = gettext("They belong to %(name)s now, with what was said.") % {"name": to.name}
    say(
        request, words, undo=reverse("grouping-undoing", args=[client, was]) if len(moved) <= UNDOABLE else ""
    )
    return back(request, reverse("introductions"))


@require_POST
@for_members
def undoing(request: HttpRequest, client: uuid.UUID, was: str) -> HttpResponse:
    """Back to where they were: who it was came along, signed."""
    found = client_seen(request.member, client)
    try:
        moved = signing.loads(was, salt=SALT)
    except signing.BadSignature:
        raise Http404 from None
    people = Person.objects.seen_by(request.member).filter(id__in=moved).values_list("id", flat=True)
    places = dict.fromkeys(people, found.id)
    acquaintance.settle(found.workspace_id, places, by=request.member, at=clock.now())
    say(request, gettext("They are back with %(name)s.") % {"name": found.name})
    return back(request, reverse("introductions"))


def _client(member: Member, to: Whom, beside: Client, now: datetime) -> Client:
    """The client who was named; a new name becomes one who stands as the one beside him does."""
    if to.client is not None:
        return to.client
    return register.admit(
        member.workspace, to.name, owner=beside.owner, by=member, at=now,
        standing=beside.standing, because=beside.because, language=beside.language,
    )  # fmt: skip
