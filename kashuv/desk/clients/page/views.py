"""The client page's own view."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kashuv.desk.clients.page.page import client_page
from kashuv.desk.doorway import for_members
from kashuv.foundation import clock


@require_safe
@for_members
def client(request: HttpRequest, client: uuid.UUID) -> HttpResponse:
    """One client: how we are, what we owe each other, what was said."""
    words = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    page = client_page(
        request.member, client, clock.now(), words, request.GET.get("after", ""), "whole" in request.GET
    )
    return render(request, "clients/page/page.html", {"page": page})
