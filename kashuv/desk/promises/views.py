"""The page of promises, and the one of what was read in mail of long ago."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kashuv.desk.doorway import for_members
from kashuv.desk.promises.page import older_page, promises_page
from kashuv.foundation import clock


@require_safe
@for_members
def promises(request: HttpRequest) -> HttpResponse:
    """What falls due, of all whom she may see or (`?whose=mine`) of herself; with `?of=` that of one client."""
    mine = request.GET.get("whose") == "mine"
    page = promises_page(request.member, clock.now(), mine=mine, of=_key(request.GET.get("of", "")))
    return render(request, "promises/page.html", {"page": page})


@require_safe
@for_members
def older(request: HttpRequest) -> HttpResponse:
    """Proposals of before, which nobody is asked about unbidden; with `?of=` those of one client."""
    mine = request.GET.get("whose") == "mine"
    page = older_page(request.member, clock.now(), mine=mine, of=_key(request.GET.get("of", "")))
    return render(request, "promises/page.html", {"page": page, "is_older": True})


def _key(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
