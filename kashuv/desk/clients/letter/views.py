"""The views of one entry."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import escape
from django.views.decorators.http import require_safe

from kashuv.desk.clients.letter.glass import behind_glass
from kashuv.desk.clients.letter.handing import handed_out, raw_letter
from kashuv.desk.clients.letter.reading import entry_seen, reading_page
from kashuv.desk.doorway import for_members
from kashuv.language import mime
from kashuv.rooms.conversations.models import Attachment
from kashuv.rooms.post.models import Letter


@require_safe
@for_members
def reading(request: HttpRequest, client: uuid.UUID, entry: uuid.UUID) -> HttpResponse:
    """How Kashuv read this."""
    page = reading_page(request.member, client, entry)
    return render(request, "clients/letter/reading.html", {"page": page})


@require_safe
@for_members
def letter(request: HttpRequest, client: uuid.UUID, entry: uuid.UUID) -> HttpResponse:
    """The letter as it was sent, for the sandboxed frame."""
    told = entry_seen(request.member, client, entry)
    if not told.letter_id:
        raise Http404
    opened = mime.open_letter(raw_letter(told))
    return behind_glass(opened.html or f"<pre>{escape(told.text)}</pre>", opened.subject)


@require_safe
@for_members
def attachment(request: HttpRequest, client: uuid.UUID, entry: uuid.UUID, key: uuid.UUID) -> HttpResponse:
    """One attachment, to be saved."""
    told = entry_seen(request.member, client, entry)
    found = Attachment.objects.within(told.workspace_id).filter(pk=key, entry_id=told.id).first()
    if found is None:
        raise Http404
    try:
        return handed_out(found, told)
    except (KeyError, Letter.DoesNotExist):
        raise Http404 from None
