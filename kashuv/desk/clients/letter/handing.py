"""Hands out an attachment: always as a file to be saved, under its own name, never as a page of ours."""

from __future__ import annotations

import re
from urllib.parse import quote

from django.http import HttpResponse

from kashuv.desk.clients.letter.glass import guarded
from kashuv.language import mime
from kashuv.rooms.conversations.models import Attachment, Entry
from kashuv.rooms.post import parcels
from kashuv.rooms.post.models import Letter, Parcel

_unfit = re.compile(r'[\x00-\x1f\x7f"\\/:*?<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]+')


def handed_out(attachment: Attachment, entry: Entry) -> HttpResponse:
    """The file as a download; KeyError if the letter no longer holds it."""
    return to_save(attachment.name, content_of(attachment, entry))


def to_save(name: str, body: bytes) -> HttpResponse:
    """Any file of people's as a download."""
    response = HttpResponse(body, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = disposition(name)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return guarded(response)


def content_of(attachment: Attachment, entry: Entry) -> bytes:
    """Its bytes: a parcel of its own, or taken out of the raw letter."""
    if attachment.parcel_id:
        return parcels.open(Parcel.objects.within(attachment.workspace_id).get(pk=attachment.parcel_id))
    return mime.part(raw_letter(entry), attachment.part)


def raw_letter(entry: Entry) -> bytes:
    """The letter as it came; Letter.DoesNotExist if the entry has none."""
    letter = Letter.objects.within(entry.workspace_id).select_related("parcel").get(pk=entry.letter_id)
    return parcels.open(letter.parcel)


def disposition(name: str) -> str:
    """The header that names the file, in plain ASCII for old readers and as it is for the others (RFC 6266, 5987)."""
    whole = _unfit.sub("_", name).strip(" .") or "file"
    plain = re.sub(r"[^A-Za-z0-9._ -]+", "_", whole)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(whole, safe='')}"
