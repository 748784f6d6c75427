"""Files that go with a draft: put in, taken out, looked at."""

from __future__ import annotations

import mimetypes
import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kashuv.desk.clients.letter.handing import to_save
from kashuv.desk.doorway import for_members
from kashuv.desk.drafts.page import draft_of
from kashuv.desk.layout.answers import onward, say
from kashuv.foundation import clock
from kashuv.rooms.conversations import enclosures
from kashuv.rooms.conversations.models import Draft, Enclosure
from kashuv.rooms.post import parcels


@require_POST
@for_members
def enclosing(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Takes the files; those that are too much are named, the others go along."""
    found = draft_of(request.member, key)
    try:
        for file in request.FILES.getlist("files"):
            _enclose(request, found, file)
    except enclosures.TooLate:
        say(request, _too_late())
    return onward("draft", key)


def _enclose(request: HttpRequest, found: Draft, file) -> None:  # type: ignore[no-untyped-def]
    name = file.name or "file"
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    try:
        if file.size > enclosures.MOST_BYTES:
            raise enclosures.TooMuch
        enclosures.enclose(found, name, media_type, file.read(), by=request.member, at=clock.now())
    except enclosures.TooMuch:
        told = _("“%(name)s” was not enclosed: a letter carries %(most)s at most. The others are there.")
        say(request, told % {"name": name, "most": filesizeformat(enclosures.MOST_BYTES)})


@require_POST
@for_members
def taking_out(request: HttpRequest, key: uuid.UUID, file: uuid.UUID) -> HttpResponse:
    """The file stays behind."""
    found = draft_of(request.member, key)
    try:
        enclosures.take_out(_enclosure(found, file), by=request.member, at=clock.now())
    except enclosures.TooLate:
        say(request, _too_late())
    return onward("draft", key)


def _too_late() -> str:
    return _("The letter is not being written any more; its files stay as they are.")


@for_members
def enclosure(request: HttpRequest, key: uuid.UUID, file: uuid.UUID) -> HttpResponse:
    """The file itself, to be saved and never to be run."""
    one = _enclosure(draft_of(request.member, key), file)
    return to_save(one.name, parcels.open(one.parcel))


def _enclosure(found: Draft, file: uuid.UUID) -> Enclosure:
    files = Enclosure.objects.within(found.workspace_id).filter(draft_id=found.id).select_related("parcel")
    return get_object_or_404(files, pk=file)
