"""The list's own view."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kashuv.desk.clients.listing.asked import Asked
from kashuv.desk.clients.listing.page import client_list
from kashuv.desk.doorway import for_members
from kashuv.foundation import clock


@for_members
def clients(request: HttpRequest) -> HttpResponse:
    """The clients that this member may see, as asked for."""
    page = client_list(request.member, Asked.of(request.GET), clock.now())
    return render(request, "clients/listing/list.html", {"page": page})
