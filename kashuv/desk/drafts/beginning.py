"""A draft begins: to a client or a person, or in answer to an entry. Nothing begins by only looking."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import onward
from kashuv.flows import writing
from kashuv.foundation import clock
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations.models import Draft, Entry

LONGEST_START = 5000


@require_POST
@for_members
def beginning(request: HttpRequest) -> HttpResponse:
    """`answers` an entry (with `everybody`, all its people), or goes to a `client` or a `person` by `kind`."""
    draft = _answer(request) if request.POST.get("answers") else _new(request)
    return onward("draft", draft.pk)


def _answer(request: HttpRequest) -> Draft:
    entries = Entry.objects.seen_by(request.member).select_related("client", "person", "letter")
    return writing.answer(
        get_object_or_404(entries, pk=_key(request, "answers")),
        everybody=bool(request.POST.get("everybody")),
        by=request.member,
        at=clock.now(),
        text=request.POST.get("text", "")[:LONGEST_START],
    )


def _new(request: HttpRequest) -> Draft:
    member, client, person = request.member, None, None
    if request.POST.get("person"):
        people = Person.objects.seen_by(member).select_related("client")
        person = get_object_or_404(people, pk=_key(request, "person"))
        client = person.client
    elif request.POST.get("client"):
        client = get_object_or_404(Client.objects.seen_by(member), pk=_key(request, "client"))
    kind = request.POST.get("kind") or Draft.Kind.MAIL
    if kind not in Draft.Kind.values:
        raise Http404
    text = request.POST.get("text", "")[:LONGEST_START]
    return writing.write_to(client, person, kind=kind, by=member, at=clock.now(), text=text)


def _key(request: HttpRequest, name: str) -> uuid.UUID:
    try:
        return uuid.UUID(request.POST[name])
    except ValueError:
        raise Http404 from None
