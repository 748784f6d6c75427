"""The page of promises."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kashuv.desk.doorway import for_members
from kashuv.desk.promises.page import promises_page
from kashuv.foundation import clock


@for_members
def promises(request: HttpRequest) -> HttpResponse:
    """What falls due, of all whom she may see or (`?whose=mine`) of herself."""
    page = promises_page(request.member, clock.now(), mine=request.GET.get("whose") == "mine")
    return render(request, "promises/page.html", {"page": page})
